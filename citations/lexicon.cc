// One row a kind. A word that misleads more than it helps ("s", "in" as a title word) still stands
// here: the model weighs kinds by what surrounds them.
#include "citations/lexicon.h"

#include <unordered_map>

namespace litmine {
namespace {

struct Row {
  std::uint32_t kind;
  std::string_view words;  ///< separated by blanks, lower case
};

constexpr Row kRows[] = {
    {kMonth,
     "january february march april may june july august september october november december jan "
     "feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober "
     "dezember janvier février mars avril juin juillet août septembre octobre novembre décembre "
     "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
     "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro spring summer "
     "autumn fall winter gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre"},
    {kEditorWord,
     "ed eds editor editors hrsg hg hgg herausgeber éd éds dir dirs org orgs organizador coord "
     "coords compilador comps comp edit edited herausgegeben hgs eda trans translated übers"},
    {kPagesWord, "pp p pages page pgs s ss seiten seite págs pág pags"},
    {kVolumeWord, "vol vols volume volumes v bd band bde jg jahrgang tome t tomo"},
    {kIssueWord, "no nos nr num number issue iss heft h n nº n° n.º núm número numéro numero art"},
    {kInWord, "in dans en em im"},
    {kJournalWord,
     "journal review quarterly annals bulletin magazine letters transactions studies research "
     "zeitschrift archiv revue annales cahiers revista cuadernos anales cadernos boletim rivista "
     "science sciences j rev int q gazette newsletter times forum herald monatshefte vierteljahr "
     "economist archives acta today perspectives communications chronicle trends vierteljahrshefte "
     "kölner tidsskrift jahrbuch annual international american european british"},
    {kPublisherWord,
     "press publisher publishers publishing publications verlag éditions editions édition "
     "editorial editora presses books springer wiley elsevier routledge sage blackwell mcgraw "
     "macmillan palgrave prentice addison cambridge oxford harvard princeton penguin norton "
     "suhrkamp campus gallimard puf seuil emerald ltd inc gmbh company co publ vs westdeutscher "
     "leske budrich nomos mohr beck juventa barrada harper random houghton mifflin allyn bacon "
     "earlbaum erlbaum lawrence kluwer academic elgar sons university ariel paidós siglo atlas "
     "vozes saraiva almedina lang transcript beltz kohlhammer oldenbourg gruyter waxmann hogrefe"},
    {kMeetingWord,
     "proceedings conference symposium workshop congress meeting proc conf tagung kongress actes "
     "colloque congrès congreso actas anais congresso simposio seminar colloquium convention"},
    {kThesisWord,
     "thesis dissertation phd diss doctoral master masters diplomarbeit magisterarbeit "
     "habilitation thèse mémoire tesis tese dissertação doctorat mba"},
    {kReportWord,
     "report working paper papers discussion technical manuscript unpublished memo memorandum "
     "arbeitspapier bericht rapport informe relatório preprint mimeo document tech "
     "diskussionspapier"},
    {kAccessWord,
     "retrieved available accessed access visited viewed online abgerufen zugriff zugegriffen "
     "letzter stand verfügbar url consulté disponible disponível acesso consultado recuperado "
     "accédé zuletzt aufgerufen http https www"},
    {kPlaceWord,
     "london york cambridge oxford chicago boston berlin münchen munich frankfurt hamburg köln "
     "cologne wien vienna zürich zurich bern basel paris lyon genève geneva madrid barcelona "
     "valencia lisboa lisbon porto coimbra rio janeiro são paulo brasília buenos aires méxico "
     "mexico bogotá santiago lima milano milan roma rome torino bologna amsterdam rotterdam leiden "
     "dordrecht utrecht brussels bruxelles leuven antwerp copenhagen københavn stockholm oslo "
     "helsinki gothenburg göteborg uppsala warsaw warszawa prague praha budapest moscow moskva "
     "tokyo osaka beijing shanghai singapore sydney melbourne canberra auckland wellington toronto "
     "montreal ottawa vancouver washington philadelphia princeton berkeley angeles francisco "
     "stanford baltimore ithaca newbury beverly hills thousand oaks hillsdale mahwah englewood "
     "cliffs hoboken reading homewood durham ann arbor atlanta austin houston dallas denver "
     "seattle pittsburgh detroit minneapolis madison bloomington evanston cheltenham northampton "
     "basingstoke aldershot farnham bristol manchester edinburgh glasgow cardiff dublin belfast "
     "birmingham leeds sheffield nottingham brighton heidelberg wiesbaden stuttgart leipzig "
     "dresden bonn göttingen tübingen opladen weinheim bielefeld mannheim konstanz freiburg "
     "münster darmstadt bremen hannover düsseldorf essen dortmund marburg gießen kassel nürnberg "
     "baden neuwied reinbek delhi mumbai bombay calcutta bangalore jakarta bangkok manila hanoi "
     "seoul taipei hong kong cairo nairobi johannesburg cape town pretoria lagos istanbul ankara "
     "athens thessaloniki jerusalem tel aviv tehran dubai uk usa us england scotland wales "
     "ireland germany deutschland france spain españa italy italia portugal brasil brazil canada "
     "australia india china japan netherlands belgium switzerland austria sweden norway denmark "
     "finland poland russia ca ma ny nj ct mass calif conn il pa dc d.c md mi va tx fl wa or mn "
     "oh nc ga wi la bogota québec quebec cologne haven harmondsworth westport lanham boulder"},
    {kParticle,
     "van von de der den del della di da dos das du la le ten ter zu zur vom af av el al bin ibn "
     "mac st saint do"},
    {kBodyWord,
     "ministry institute commission committee organization organisation department office council "
     "association foundation bureau agency bank nations union centre center government "
     "bundesministerium statistisches bundesamt institut ministerium ministère ministerio "
     "ministério instituto federal national world society group consortium team eurostat oecd "
     "unesco who un eu european board network authority federation chamber service corporation "
     "universität universidad universidade université"},
    {kEditionWord, "edition ed edn auflage aufl édition edición edição rev revised aufl. ediç"},
    {kEtAl, "et al others u.a ua colaboradores outros altri"},
    {kAnd, "and & und et y e och og en"},
    {kSuffix, "jr sr ii iii iv"},
    {kStatus,
     "press forthcoming preparation submitted accepted erscheinen erscheint prelo prensa "
     "paraître date undated o.j nd druck review appear"},
};

using Table = std::unordered_map<std::string_view, std::uint32_t>;

Table table() {
  Table words;
  for (const Row& row : kRows) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      words[rest.substr(0, end)] |= row.kind;
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
  }
  return words;
}

}  // namespace

std::uint32_t lexicon(std::string_view lower) {
  static const Table kTable = table();
  const auto found = kTable.find(lower);
  return found == kTable.end() ? 0 : found->second;
}

}  // namespace litmine
