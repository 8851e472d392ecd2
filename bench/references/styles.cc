// A template is text with {A} authors, {Y} year, {T} title, {J} journal, {B} book, {E} editors,
// {V} volume, {I} issue, {P} pages, {L} place, {U} publisher, {D} DOI, {W} address, {R} date of
// access, {N} edition, {G} genre, {S} series, {#} number in the list. What stands between ‹ and ›
// is left out when one of its fields is empty, and now and then anyway.
#include "bench/references/styles.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "citations/names.h"

namespace litmine::bench {
namespace {

enum class Names : std::uint8_t {
  apa,        // Family, I. I., & Family, I.
  harvard,    // Family, I.I., Family, I. and Family, I.
  vancouver,  // Family II, Family I
  ieee,       // I. I. Family, I. Family, and I. Family
  chicago,    // Family, Given, Given Family, and Given Family
  plain,      // Given Family, Given Family, and Given Family
  semicolon,  // Family, Given; Family, Given
  slash,      // Family, Given/Family, Given
  inverted,   // Family, Given & Family, Given
  capitals,   // FAMILY, Given ; FAMILY, Given
  spaced,     // Family I., Family I. & Family I.
};

struct Style {
  const char* language;
  char kind;  ///< a article, c chapter, b book, t thesis, r report, w web, p proceedings
  Names names;
  const char* text;
};

constexpr Style kStyles[] = {
    // APA and its kin
    {"en", 'a', Names::apa, "{A} ({Y}). {T}. {J}, {V}‹({I})›, {P}.‹ doi:{D}›"},
    {"en", 'a', Names::apa, "{A} ({Y}). {T}. {J}, {V}‹({I})›, {P}. ‹https://doi.org/{D}›"},
    {"en", 'a', Names::apa, "{A} ({Y}). {T}. {J}. Advance online publication."},
    {"en", 'a', Names::apa, "{A} (in press). {T}. {J}."},
    {"en", 'c', Names::apa, "{A} ({Y}). {T}. In {E} (Eds.), {B} (pp. {P}). {L}: {U}."},
    {"en", 'c', Names::apa, "{A} ({Y}). {T}. In {E} (Ed.), {B} (‹{N}, ›pp. {P}). {U}."},
    {"en", 'c', Names::apa, "{A} ({Y}). {T}. In {B} (pp. {P}). {L}: {U}."},
    {"en", 'b', Names::apa, "{A} ({Y}). {T}‹ ({N})›. {L}: {U}."},
    {"en", 'b', Names::apa, "{A} ({Y}). {T}‹ ({N})›. {U}."},
    {"en", 'b', Names::apa, "{A} ({Y}). {T}. {L}: {U}. Retrieved from {W}"},
    {"en", 't', Names::apa, "{A} ({Y}). {T} ({G}). {U}, {L}."},
    {"en", 't', Names::apa, "{A} ({Y}). {T} (Unpublished {G}). {U}."},
    {"en", 'r', Names::apa, "{A} ({Y}). {T} ({G}). {L}: {U}."},
    {"en", 'w', Names::apa, "{A} ({Y}). {T}. Retrieved from {W}"},
    {"en", 'w', Names::apa, "{A} ({Y}). {T}. Retrieved {R}, from {W}"},
    {"en", 'p', Names::apa, "{A} ({Y}). {T}. In {B} (pp. {P}). {L}: {U}."},
    {"en", 'p', Names::apa, "{A} ({Y}, May). {T}. Paper presented at the {B}, {L}."},
    // Harvard, Emerald, Elsevier
    {"en", 'a', Names::harvard, "{A} ({Y}), “{T}”, {J}, Vol. {V}‹ No. {I}›, pp. {P}.‹ doi: {D}.›"},
    {"en", 'a', Names::harvard, "{A} ({Y}) ‘{T}’, {J}, {V}‹({I})›, pp. {P}."},
    {"en", 'a', Names::harvard, "{A}, {Y}. {T}. {J} {V}‹ ({I})›, {P}."},
    {"en", 'a', Names::harvard, "{A}, {Y}. {T}, {J}, vol. {V}‹, no. {I}›, pp. {P}."},
    {"en", 'a', Names::harvard, "{A} {Y}, '{T}', {J}, vol. {V}, no. {I}, pp. {P}."},
    {"en", 'c', Names::harvard, "{A} ({Y}), “{T}”, in {E} (Eds), {B}, {U}, {L}, pp. {P}."},
    {"en", 'c', Names::harvard, "{A} ({Y}) {T}. In: {E} (eds) {B}. {L}: {U}, pp. {P}."},
    {"en", 'c', Names::harvard, "{A}, {Y}. {T}, in: {E} (Eds.), {B}. {U}, {L}, pp. {P}."},
    {"en", 'b', Names::harvard, "{A} ({Y}), {T}‹, {N}›, {U}, {L}."},
    {"en", 'b', Names::harvard, "{A} ({Y}) {T}‹, {N}›. {L}: {U}."},
    {"en", 'b', Names::harvard, "{A}, {Y}. {T}. {U}, {L}."},
    {"en", 'b', Names::harvard, "{A} {Y}, {T}, {U}, {L}."},
    {"en", 'w', Names::harvard, "{A} ({Y}), “{T}”, available at: {W} (accessed {R})."},
    {"en", 'w', Names::harvard, "{A} ({Y}) {T}. Available at: {W} [Accessed {R}]."},
    {"en", 'r', Names::harvard, "{A} ({Y}), “{T}”, {G}, {U}, {L}."},
    {"en", 't', Names::harvard, "{A} ({Y}), {T}, {G}, {U}."},
    {"en", 'p', Names::harvard, "{A} ({Y}), “{T}”, {B}, {L}, pp. {P}."},
    // Chicago, ASA, MLA, political science
    {"en", 'a', Names::chicago, "{A}. {Y}. “{T}.” {J} {V}‹ ({I})›: {P}.‹ https://doi.org/{D}.›"},
    {"en", 'a', Names::chicago, "{A}. {Y}. {T}. {J} {V}‹({I})›: {P}."},
    {"en", 'a', Names::chicago, "{A}. “{T}.” {J} {V}‹, no. {I}› ({Y}): {P}."},
    {"en", 'a', Names::chicago, "{A}. “{T}.” {J}, vol. {V}‹, no. {I}›, {Y}, pp. {P}."},
    {"en", 'a', Names::chicago, "{A}. \"{T}.\" {J} {V}.{I} ({Y}): {P}. Print."},
    {"en", 'a', Names::chicago, "{A} ({Y}). {T}. {J}, {V}‹({I})›, {P}."},
    {"en", 'c', Names::chicago, "{A}. {Y}. “{T}.” In {B}, edited by {E}, {P}. {L}: {U}."},
    {"en", 'c', Names::chicago, "{A}. {Y}. “{T}.” Pp. {P} in {B}, edited by {E}. {L}: {U}."},
    {"en", 'c', Names::chicago, "{A}. “{T}.” {B}. Ed. {E}. {L}: {U}, {Y}. {P}. Print."},
    {"en", 'b', Names::chicago, "{A}. {Y}. {T}. {L}: {U}."},
    {"en", 'b', Names::chicago, "{A}. {T}. ‹{N}. ›{L}: {U}, {Y}."},
    {"en", 'b', Names::chicago, "{A}. {T}. {U}, {Y}."},
    {"en", 't', Names::chicago, "{A}. {Y}. “{T}.” {G}, {U}."},
    {"en", 'w', Names::chicago, "{A}. {Y}. “{T}.” Accessed {R}. {W}."},
    // Qualitative sociology and the social-science archives
    {"en", 'a', Names::inverted, "{A} ({Y}). {T}. {J}, {V}‹({I})›, {P}‹, {W} [Accessed: {R}]›."},
    {"en", 'b', Names::inverted, "{A} ({Y}). {T}. {L}: {U}."},
    {"en", 'c', Names::inverted, "{A} ({Y}). {T}. In {E} (Eds.), {B} (pp.{P}). {L}: {U}."},
    {"en", 'a', Names::inverted, "{A}: {T}. {J} {V} ({Y}) {P}."},
    {"en", 'b', Names::inverted, "{A}, {T}. {L}: {U}, {Y}."},
    {"en", 'b', Names::inverted, "{A}, {T} ({L}: {U}, {Y})."},
    {"en", 'b', Names::inverted, "{A}, {T}, {L} {Y}."},
    {"en", 'a', Names::inverted, "{A}, “{T},” {J} {V}‹, no. {I}› ({Y}): {P}."},
    // Vancouver and the natural sciences
    {"en", 'a', Names::vancouver, "{#}{A}. {T}. {J}. {Y};{V}‹({I})›:{P}.‹ doi: {D}›"},
    {"en", 'a', Names::vancouver, "{#}{A}. {T}. {J}. {Y};{V}:{P}.‹ https://doi.org/{D}.›"},
    {"en", 'a', Names::vancouver, "{#}{A} ({Y}) {T}. {J} {V}:{P}"},
    {"en", 'a', Names::vancouver, "{#}{A}. {T}. {J} {Y}; {V}: {P}."},
    {"en", 'a', Names::vancouver, "{#}{A}. {T} {J}. ({Y}) {V}:{P}.‹ doi: {D}›"},
    {"en", 'c', Names::vancouver,
     "{#}{A}. {T}. In: {E}, editors. {B}. ‹{N}. ›{L}: {U}; {Y}. p. {P}."},
    {"en", 'b', Names::vancouver, "{#}{A}. {T}. ‹{N}. ›{L}: {U}; {Y}."},
    {"en", 'w', Names::vancouver, "{#}{A}. {T}. Available from: {W} [cited {R}]."},
    {"en", 'a', Names::spaced, "{#}{A} ({Y}) {T}. {J} {V}‹({I})›:{P}"},
    {"en", 'a', Names::spaced, "{#}{A} {T}. {J}. {Y};{V}:{P}."},
    {"en", 'a', Names::spaced, "{A} ({Y}). {T}. {J}. {V}, {P}. ‹doi: {D}›"},
    {"en", 'a', Names::harvard, "{A}, {T}, {J} {V} ({Y}) {P}."},
    {"en", 'a', Names::harvard, "{A}, {J}, {Y}, {V}, {P}."},
    // IEEE, ACM, LNCS
    {"en", 'a', Names::ieee, "{#}{A}, “{T},” {J}, vol. {V}‹, no. {I}›, pp. {P}, {Y}.‹ doi: {D}.›"},
    {"en", 'p', Names::ieee, "{#}{A}, “{T},” in {B}, {L}, {Y}, pp. {P}."},
    {"en", 'b', Names::ieee, "{#}{A}, {T}‹, {N}›. {L}: {U}, {Y}."},
    {"en", 'b', Names::ieee, "{#}{A}, {T}, {U}, {L}, {Y}."},
    {"en", 'b', Names::ieee, "{A}, {T}, {L} {Y}."},
    {"en", 'a', Names::ieee, "{#}{A}. {T}. {J}, {V}‹({I})›:{P}, {Y}."},
    {"en", 'a', Names::ieee, "{#}{A}, {T}, {J} {V} ({Y}) {P}."},
    {"en", 'a', Names::ieee, "{#}{A}, {T}, {J}, {Y}, {P}"},
    {"en", 'p', Names::plain, "{#}{A}. {Y}. {T}. In {B}. {U}, {L}, {P}."},
    {"en", 'a', Names::plain, "{#}{A}. {Y}. {T}. {J} {V}, {I} ({Y}), {P}. ‹https://doi.org/{D}›"},
    {"en", 'p', Names::plain, "{#}{A}. {T}. In {B}, pages {P}, {L}, {Y}. {U}."},
    {"en", 'b', Names::plain, "{A}, {T} ({Y}), pages {P}."},
    {"en", 'b', Names::plain, "{#}{A}. {T}. {U}, {L}, {Y}."},
    {"en", 'w', Names::plain, "{#}{A}. {T}. {G}, {Y}."},
    {"en", 'p', Names::harvard,
     "{#}{A}: {T}. In: {E} (eds.) {B}. {S}, vol. {V}, pp. {P}. {U}, {L} ({Y})"},
    {"en", 'a', Names::harvard, "{#}{A}: {T}. {J} {V}‹({I})›, {P} ({Y})"},
    // German
    {"de", 'a', Names::semicolon, "{A} ({Y}): {T}. In: {J} {V}‹ ({I})›, S. {P}."},
    {"de", 'a', Names::semicolon, "{A} ({Y}): {T}. In: {J}, {V}. Jg., Heft {I}, S. {P}."},
    {"de", 'a', Names::slash, "{A} ({Y}): {T}, in: {J}, Jg. {V}, Nr. {I}, S. {P}."},
    {"de", 'a', Names::apa, "{A} ({Y}). {T}. {J}, {V}‹({I})›, {P}."},
    {"de", 'a', Names::inverted, "{A}: {T}, in: {J} {V} ({Y}), S. {P}."},
    {"de", 'c', Names::semicolon, "{A} ({Y}): {T}. In: {E} (Hrsg.): {B}. {L}: {U}, S. {P}."},
    {"de", 'c', Names::slash, "{A} ({Y}): {T}, in: {E} (Hg.): {B}, {L}: {U}, S. {P}."},
    {"de", 'c', Names::apa, "{A} ({Y}). {T}. In {E} (Hrsg.), {B} (S. {P}). {L}: {U}."},
    {"de", 'c', Names::inverted, "{A}: {T}, in: {E} (Hrsg.), {B}, {L} {Y}, S. {P}."},
    {"de", 'b', Names::semicolon, "{A} ({Y}): {T}. ‹{N}. ›{L}: {U}."},
    {"de", 'b', Names::slash, "{A} ({Y}): {T}, {L}: {U}."},
    {"de", 'b', Names::apa, "{A} ({Y}). {T}‹ ({N})›. {L}: {U}."},
    {"de", 'b', Names::inverted, "{A}: {T}, {L} {Y}."},
    {"de", 't', Names::semicolon, "{A} ({Y}): {T}. {G}. {U}."},
    {"de", 'w', Names::semicolon, "{A} ({Y}): {T}. URL: {W} (Zugriff am {R})."},
    {"de", 'w', Names::semicolon,
     "{A} ({Y}): {T}. Online verfügbar unter {W}, zuletzt geprüft am {R}."},
    {"de", 'r', Names::semicolon, "{A} ({Y}): {T}. {G}. {L}: {U}."},
    // French
    {"fr", 'a', Names::capitals, "{A} ({Y}), « {T} », {J}, vol. {V}, n° {I}, p. {P}."},
    {"fr", 'a', Names::spaced, "{A} ({Y}), « {T} », {J}, {V}‹({I})›, p. {P}."},
    {"fr", 'a', Names::chicago, "{A}. {Y}. « {T} ». {J}, vol. {V}, n° {I}, p. {P}."},
    {"fr", 'a', Names::apa, "{A} ({Y}). {T}. {J}, {V}‹({I})›, {P}."},
    {"fr", 'c', Names::capitals, "{A} ({Y}), « {T} », dans {E} (dir.), {B}, {L}, {U}, p. {P}."},
    {"fr", 'c', Names::spaced, "{A} ({Y}), « {T} », in {E} (dir.), {B}, {L}, {U}, p. {P}."},
    {"fr", 'b', Names::capitals, "{A} ({Y}), {T}, {L}, {U}."},
    {"fr", 'b', Names::spaced, "{A}, {T}, {U}, {L}, {Y}."},
    {"fr", 'b', Names::apa, "{A} ({Y}). {T}‹ ({N})›. {L} : {U}."},
    {"fr", 't', Names::capitals, "{A} ({Y}), {T}, {G}, {U}."},
    {"fr", 'w', Names::capitals, "{A} ({Y}), {T}, [en ligne], {W}, consulté le {R}."},
    // Spanish
    {"es", 'a', Names::apa, "{A} ({Y}). {T}. {J}, {V}‹({I})›, {P}. ‹https://doi.org/{D}›"},
    {"es", 'a', Names::harvard, "{A} ({Y}): “{T}”, {J}, vol. {V}, núm. {I}, pp. {P}."},
    {"es", 'a', Names::inverted, "{A} ({Y}), «{T}», {J}, vol. {V}, n.º {I}, págs. {P}."},
    {"es", 'c', Names::apa, "{A} ({Y}). {T}. En {E} (Eds.), {B} (pp. {P}). {L}: {U}."},
    {"es", 'c', Names::harvard, "{A} ({Y}): “{T}”, en {E} (coords.): {B}, {L}, {U}, pp. {P}."},
    {"es", 'b', Names::apa, "{A} ({Y}). {T}. {L}: {U}."},
    {"es", 'b', Names::harvard, "{A} ({Y}): {T}, {L}, {U}."},
    {"es", 't', Names::apa, "{A} ({Y}). {T} ({G}). {U}, {L}."},
    {"es", 'w', Names::apa, "{A} ({Y}). {T}. Recuperado de {W}"},
    // Portuguese
    {"pt", 'a', Names::capitals, "{A} {T}. {J}, {L}, v. {V}, n. {I}, p. {P}, {Y}."},
    {"pt", 'a', Names::apa, "{A} ({Y}). {T}. {J}, {V}‹({I})›, {P}."},
    {"pt", 'c', Names::capitals, "{A} {T}. In: {E} (org.). {B}. {L}: {U}, {Y}. p. {P}."},
    {"pt", 'b', Names::capitals, "{A} {T}. ‹{N}. ›{L}: {U}, {Y}."},
    {"pt", 'b', Names::apa, "{A} ({Y}). {T}. {L}: {U}."},
    {"pt", 't', Names::capitals, "{A} {T}. {Y}. {G} – {U}, {L}, {Y}."},
    {"pt", 'w', Names::capitals, "{A} {T}. {Y}. Disponível em: {W}. Acesso em: {R}."},
};

/// Words of one language to make things up from; separated by '|'.
struct Tongue {
  const char* code;
  const char* heads;  ///< how titles begin
  const char* joins;
  const char* nouns;
  const char* journals;
  const char* publishers;  ///< "place: publisher"
  const char* editions;
  const char* genres;
  const char* dates;
  const char* conjunction;
};

constexpr Tongue kTongues[] = {
    {"en",
     "The role of|Exploring|Understanding|Toward a theory of|The impact of|Determinants of|"
     "A review of|Rethinking|The politics of|Measuring|Beyond|Who benefits from|What explains|"
     "Patterns of|Trust and|Does size matter? Evidence on|The rise of|Managing|Gender and",
     "in|and|of|: Evidence from|: A study of|: A review and research agenda on|for|through|within|"
     ": The case of|? An analysis of|among",
     "small firms|internationalization|digital platforms|social capital|entrepreneurship|welfare "
     "states|public opinion|political participation|migration|emerging markets|electronic "
     "commerce|innovation|family businesses|networks|organizational learning|the labour market|"
     "European integration|higher education|health inequality|civil society|young people|trust|"
     "democracy|global value chains|qualitative research|television news|urban development|"
     "religious identity|survey data|marketing capabilities|export performance|gender roles",
     "American Sociological Review|Journal of International Business Studies|Social Forces|"
     "International Marketing Review|European Journal of Political Research|Academy of Management "
     "Journal|Strategic Management Journal|Journal of Marketing|Annual Review of Sociology|Media "
     "and Communication|Politics and Governance|Social Inclusion|Journal of Business Research|"
     "International Business Review|Research Policy|Gender & Society|Human Relations|Demography|"
     "Organization Science|Administrative Science Quarterly|Public Opinion Quarterly|World "
     "Development|Social Networks|Political Communication|Journal of World Business|Small Business "
     "Economics|Journal of Marriage and Family|British Journal of Sociology|Qualitative Sociology "
     "Review|Sport in Society|Technovation|Economy and Society|New Media & Society|Science|Nature|"
     "Psychological Bulletin|Child Development|Journal of Personality and Social Psychology|Health "
     "Affairs|The Lancet|Cities|Computer|Crafts|Social Science & Medicine|Econometrica|Ethnicities|"
     "Information Systems Research|MIS Quarterly|Comparative Political Studies|West European "
     "Politics|Environment and Planning A|Urban Studies|Journal of Peace Research",
     "London: Sage|Thousand Oaks, CA: Sage|Oxford: Oxford University Press|Cambridge: Cambridge "
     "University Press|New York: Routledge|London: Routledge|Chicago: University of Chicago Press|"
     "Cambridge, MA: MIT Press|Cambridge, Mass.: Harvard University Press|Princeton, NJ: Princeton "
     "University Press|Basingstoke: Palgrave Macmillan|New York: Springer|Cheltenham: Edward "
     "Elgar|Hoboken, NJ: Wiley|New York, NY: McGraw-Hill|Englewood Cliffs, NJ: Prentice-Hall|"
     "Berkeley: University of California Press|New York: Free Press|Boston: Harvard Business "
     "School Press|Stanford, CA: Stanford University Press|Polity Press|Boulder, CO: Westview "
     "Press|Paris: OECD|Geneva: World Health Organization|Aldershot: Ashgate|Dordrecht: Kluwer|"
     "Amsterdam: North-Holland|Washington, DC: American Psychological Association|Hillsdale, NJ: "
     "Erlbaum|Malden, MA: Blackwell|Ithaca: Cornell University Press|New York and London: W. W. "
     "Norton|Harmondsworth: Penguin|Hamish Hamilton|White River Junction, VT: Chelsea Green|New "
     "York: Basic Books|Luxembourg: Publications Office of the European Union|New York: Knopf",
     "2nd ed.|3rd ed.|4th ed|5th edition|Rev. ed.|2nd edn|6th ed.",
     "Doctoral dissertation|PhD thesis|Master's thesis|Working Paper No. 12|Technical report|"
     "Discussion Paper 345|Ph.D. dissertation|NBER Working Paper No. 8321|MA thesis",
     "10 March 2019|August 28, 2015|05.09.2014|3 May 2011|January 15, 2020|16 Nov. 2011|2013-09-04",
     "and"},
    {"de",
     "Zur Theorie der|Die Rolle der|Einführung in die|Grundlagen der|Der Wandel der|Soziologie "
     "der|Politik und|Zwischen|Das Ende der|Theorien der|Handbuch|Zum Einfluss von|Wie entsteht|"
     "Die Bedeutung der|Methoden der",
     "und|in der|. Eine empirische Untersuchung zur|. Ein Beitrag zur|: Ergebnisse einer Studie "
     "über|. Zum Verhältnis von|im Kontext der|als|durch",
     "Sozialforschung|Gesellschaft|Bildungsungleichheit|Globalisierung|Migration|politische "
     "Kultur|Medien|Jugend|Arbeitswelt|Wissenschaft|Öffentlichkeit|Familie|Demokratie|Integration|"
     "Geschlecht|Wirtschaft|Wohlfahrtsstaat|Europäische Union|Lebensverlauf|Religion|Moderne|"
     "Identität|Organisation|Wahlverhalten|Stadtentwicklung|Gesundheit|Erinnerung|Schule",
     "Kölner Zeitschrift für Soziologie und Sozialpsychologie|Zeitschrift für Soziologie|"
     "Politische Vierteljahresschrift|Soziale Welt|Leviathan|Berliner Journal für Soziologie|"
     "Zeitschrift für Pädagogik|Aus Politik und Zeitgeschichte|Publizistik|Medien & "
     "Kommunikationswissenschaft|ZUMA-Nachrichten|Geschichte und Gesellschaft|Zeitschrift für "
     "Erziehungswissenschaft|Österreichische Zeitschrift für Soziologie|Das Argument|Psychologie "
     "in Erziehung und Unterricht",
     "Frankfurt am Main: Suhrkamp|Frankfurt a. M.: Campus|Wiesbaden: VS Verlag für "
     "Sozialwissenschaften|Opladen: Westdeutscher Verlag|Opladen: Leske + Budrich|Bielefeld: "
     "transcript|München: Beck|Baden-Baden: Nomos|Tübingen: Mohr Siebeck|Weinheim: Beltz|Berlin: "
     "Springer|Stuttgart: Kohlhammer|Münster: Waxmann|Konstanz: UVK|Göttingen: Hogrefe|Köln: "
     "Böhlau|Reinbek bei Hamburg: Rowohlt|Berlin/New York: de Gruyter|Münster: LIT|Wien: Springer",
     "2. Auflage|3., überarb. Aufl.|5. Aufl.|4. Auflage|2., erweiterte Auflage",
     "Dissertation|Diplomarbeit|Unveröffentlichte Magisterarbeit|WZB Discussion Paper|"
     "Arbeitspapier Nr. 5|Forschungsbericht",
     "12.03.2012|04.09.2013|1. Mai 2010|28.11.2016|3.7.2009", "und"},
    {"fr",
     "La construction de|L'analyse de|Le rôle de|Sociologie de|Les formes de|Une histoire de|"
     "Repenser|Les enjeux de|Introduction à|La fin de|Théorie de|De la|L'invention de",
     "et|dans|: une étude de|: le cas de|. Essai sur|en|face à|entre|par",
     "la ville|l'entreprise|la famille|l'action publique|la mondialisation|l'innovation|la "
     "démocratie|l'école|la migration|la culture|l'État|la santé|l'économie|la jeunesse|"
     "l'internationalisation des PME|la mémoire|la frontière|la politique|le travail|la recherche",
     "Revue française de sociologie|Actes de la recherche en sciences sociales|Annales|Sociologie "
     "du travail|Revue internationale PME|Management international|Revue économique|Politix|"
     "Genèses|L'Année sociologique|Cahiers internationaux de sociologie|L'Information géographique|"
     "Pouvoirs|Population|Revue française de gestion|Réseaux",
     "Paris: Gallimard|Paris: Presses Universitaires de France|Paris: Seuil|Paris: La Découverte|"
     "Paris: L'Harmattan|Paris: Armand Colin|Rennes: Presses universitaires de Rennes|Bruxelles: "
     "De Boeck|Paris: Éditions du Seuil|Lyon: Presses universitaires de Lyon|Paris: Minuit|"
     "Paris: Économica|Montréal: Boréal",
     "2e éd.|3e édition|nouv. éd.|1 éd.",
     "Thèse de doctorat|Mémoire de maîtrise|Rapport de recherche|Document de travail",
     "12 mars 2014|4 septembre 2013|1er mai 2010|20/05/2018", "et"},
    {"es",
     "El papel de|La construcción de|Análisis de|Una teoría de|Las políticas de|Los efectos de|"
     "Introducción a|Estudio de|Historia de|Hacia|Factores de",
     "y|en|: un estudio de|: el caso de|para|. Una aproximación a|entre|como",
     "la empresa|la innovación|las pymes|la internacionalización|la ciudad|la educación|la "
     "familia|los mercados|la democracia|la migración|la cultura|el Estado|la investigación|la "
     "participación|el empleo|los jóvenes|la comunicación|el género|la memoria",
     "Revista Española de Investigaciones Sociológicas|Cuadernos de Gestión|Papers|Revista "
     "Mexicana de Sociología|Estudios Gerenciales|Innovar|Política y Sociedad|Revista de Estudios "
     "Políticos|El Trimestre Económico|Comunicar|Perfiles Latinoamericanos|Cuadernos de "
     "Administración|Universia Business Review|Estudios Sociológicos",
     "Madrid: Siglo XXI|Madrid: Alianza Editorial|Barcelona: Paidós|Barcelona: Ariel|México: Fondo "
     "de Cultura Económica|Buenos Aires: CLACSO|Madrid: Centro de Investigaciones Sociológicas|"
     "Barcelona: Gedisa|Bogotá: Norma|Madrid: Cátedra|Madrid: Akal|Valencia: Tirant lo Blanch",
     "2ª ed.|3.ª edición|4a ed.", "Tesis doctoral|Tesis de maestría|Documento de trabajo|Informe",
     "12 de marzo de 2014|4/09/2013|20 de mayo de 2018", "y"},
    {"pt",
     "O papel de|A construção de|Análise de|Uma teoria de|As políticas de|Os efeitos de|"
     "Introdução à|Estudo de|História de|Fatores de|Gestão de",
     "e|em|: um estudo de|: o caso de|para|entre|como|no contexto de",
     "a empresa|inovação|pequenas empresas|internacionalização|cidade|educação|família|mercados "
     "emergentes|democracia|migração|cultura|o Estado|pesquisa|participação|trabalho|jovens|"
     "comunicação|gênero|desenvolvimento",
     "Revista de Administração Contemporânea|Revista de Administração de Empresas|Dados|Cadernos "
     "de Pesquisa|Análise Social|Sociologias|Revista Brasileira de Ciências Sociais|Tempo Social|"
     "Gestão & Produção|Novos Estudos|Cadernos EBAPE.BR|Lua Nova|Estudos Avançados",
     "São Paulo: Atlas|Rio de Janeiro: Editora FGV|São Paulo: Companhia das Letras|Petrópolis: "
     "Vozes|São Paulo: Hucitec|Coimbra: Almedina|Lisboa: Imprensa de Ciências Sociais|Rio de "
     "Janeiro: Zahar|Belo Horizonte: UFMG|Campinas: Papirus|São Paulo: Cortez|Porto: Afrontamento",
     "2. ed.|3. ed. rev.|5ª ed.",
     "Tese (Doutorado)|Dissertação (Mestrado)|Relatório|Texto para discussão",
     "12 mar. 2014|4 set. 2013|20 maio 2018", "e"},
};

constexpr const char* kGiven =
    "Andrew|Margaret|Maryann|David|Wolfgang|Anna|Carlos|Maria|Pierre|Chantal|Lee|Susan|Joao|Ana|"
    "José|Luís|Ingrid|Hans|Karl|Petra|Jürgen|Ulrich|Barbara|Thomas|Michael L.|Robert K.|Mary "
    "Jane|Jean-Pierre|Xiaoming|Yuki|Ahmed|Fatima|Olga|Sven|Paolo|Giulia|Anne|Kate|John|James|"
    "Elizabeth A.|William H.|Patricia|Richard|Charles|Linda|Emma|Lars|Henrik|Peter|Nadia|Ravi|"
    "Stephen D.|Daniel|Laura|Sarah|Christine|Klaus-Peter|Ludger|Francisco|Antonio|Lucía|Beatriz";
constexpr const char* kFamily =
    "Amodeo|Griffin|Bennett|Coakley|Krell|Özbilgin|Kömürcü|Drápala|van der Berg|de Vries|von "
    "Beyme|Müller|Schmidt|Weiß|García|Fernández López|Rodríguez|Silva|Oliveira|da Rocha|Neves da "
    "Fonseca|Dupont|Lefèvre|Le Galès|O'Brien|McDonald|Smith|Johnson|Lee|Kim|Chen|Wang|Zhang|Li|"
    "Tanaka|Singh|Khan|Hussain|Ivanov|Kowalski|Novák|Andersen|Johansson|Virtanen|Rossi|Bianchi|"
    "Rialp-Criado|Alarcón-del-Amo|Boltanski|Habermas|Putnam|Inglehart|Esping-Andersen|Goldthorpe|"
    "DiMaggio|Powell|Bourdieu|Luhmann|Beck|Giddens|Castells|Knight|Cavusgil|Oviatt|McDougall";
constexpr const char* kBodies =
    "World Health Organization|OECD|European Commission|Statistisches Bundesamt|United Nations|"
    "Australian Sports Commission|World Bank|UNESCO|Eurostat|National Research Council|Ministry of "
    "Education and Research|U.S. Census Bureau|International Labour Organization|UNICEF|Bureau of "
    "Labor Statistics|Pew Research Center|American Psychological Association|Deutscher Bundestag|"
    "Instituto Nacional de Estadística|Ministère de la Culture|IBGE|House of Commons";
constexpr const char* kSites =
    "http://www.example.org/report/2013/index.html|https://www.who.int/news/item/2019|"
    "www.stats.example.net|http://ec.example.eu/social/main.jsp?catId=738|"
    "https://www.journal.example.com/view/article_12.pdf|http://data.example.de/studien/4711.html";

class Printer {
 public:
  explicit Printer(const std::vector<GoldReference>& gold) {
    for (const GoldReference& entry : gold) {
      if (entry.judge) continue;
      keep(titles_, gold_value(entry, RefField::title), 12);
      keep(journals_, gold_value(entry, RefField::journal), 4);
      keep(books_, gold_value(entry, RefField::book), 8);
      const NameList list = read_names(gold_value(entry, RefField::author));
      for (const Name& name : list.names)
        if (!name.corporate && name.family.size() > 1 && name.family.find('.') == std::string::npos)
          families_.push_back(name.family);
    }
  }

  GoldReference print() {
    const Style& style = kStyles[below(std::size(kStyles))];
    for (const Tongue& tongue : kTongues)
      if (std::string_view(tongue.code) == style.language) tongue_ = &tongue;
    make_fields(style);
    out_ = {};
    out_.set = "printed";
    labels_.clear();
    fill(style);
    if (chance(12) && out_.text.ends_with(".")) drop_last();
    if (chance(25)) plain_dashes();
    out_.tokens = cut_reference(out_.text);
    for (const RefToken& token : out_.tokens) out_.labels.push_back(labels_[token.where.begin]);
    tidy();
    return out_;
  }

 private:
  std::size_t below(std::size_t n) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return (state_ * 0x2545F4914F6CDD1Dull >> 11) % n;
  }
  bool chance(std::size_t percent) { return below(100) < percent; }

  std::string one_of(std::string_view list) {
    std::size_t count = 1;
    for (char c : list) count += c == '|' ? 1 : 0;
    std::size_t which = below(count), at = 0;
    while (which-- > 0) at = list.find('|', at) + 1;
    return std::string(list.substr(at, list.find('|', at) - at));
  }

  static void keep(std::vector<std::string>& list, std::string value, std::size_t least) {
    while (!value.empty() && (value.back() == '.' || value.back() == ',' || value.back() == ' '))
      value.pop_back();
    if (value.size() >= least && value.size() < 220) list.push_back(std::move(value));
  }

  std::string made_up_title() {
    std::string title = one_of(tongue_->heads) + " " + one_of(tongue_->nouns);
    const std::size_t more = 1 + below(2);
    for (std::size_t i = 0; i < more; ++i) {
      const std::string join = one_of(tongue_->joins);
      title += (join[0] == ':' || join[0] == '.' || join[0] == '?' ? "" : " ") + join + " " +
               one_of(tongue_->nouns);
    }
    if (chance(15)) title += fmt::format(", {}–{}", 1880 + below(80), 1965 + below(50));
    if (chance(5)) title += "?";
    return title;
  }

  std::string title() {
    const bool english = std::string_view(tongue_->code) == "en";
    if (english && chance(65) && !titles_.empty()) return titles_[below(titles_.size())];
    return made_up_title();
  }

  std::string in_title_case(std::string text) {
    bool start = true;
    for (char& c : text) {
      if (start && c >= 'a' && c <= 'z' && !chance(15)) c = static_cast<char>(c - 32);
      start = c == ' ';
    }
    return text;
  }

  void make_fields(const Style& style) {
    const bool english = tongue_ == kTongues;
    title_ = title();
    if (chance(20)) title_ = in_title_case(title_);
    year_ = std::to_string(1950 + below(72));
    if (chance(8)) year_ += static_cast<char>('a' + below(3));
    if (chance(2) && english) year_ = chance(50) ? "forthcoming" : "n.d.";
    journal_ =
        english && chance(40) ? journals_[below(journals_.size())] : one_of(tongue_->journals);
    book_ = in_title_case(title());
    if (style.kind == 'p')
      book_ = english && chance(60) && !books_.empty()
                  ? books_[below(books_.size())]
                  : fmt::format("Proceedings of the {}th International Conference on {}",
                                4 + below(30), one_of(tongue_->nouns));
    volume_ = std::to_string(1 + below(chance(20) ? 400 : 60));
    issue_ = std::to_string(1 + below(12));
    if (chance(10)) issue_ = fmt::format("{}–{}", 1 + below(3), 4);
    if (chance(30)) issue_.clear();
    const std::size_t page = 1 + below(chance(20) ? 3000 : 500);
    pages_ = fmt::format("{}–{}", page, page + 5 + below(40));
    if (chance(8)) pages_ = fmt::format("e{}", 1000 + below(90000));
    if (chance(4)) pages_ = std::to_string(100000 + below(30000));
    const std::string imprint = one_of(tongue_->publishers);
    const std::size_t colon = imprint.find(": ");
    place_ = colon == std::string::npos ? "London" : imprint.substr(0, colon);
    publisher_ = colon == std::string::npos ? imprint : imprint.substr(colon + 2);
    if (style.kind == 't') publisher_ = "University of " + place_.substr(0, place_.find(','));
    edition_ = chance(25) ? one_of(tongue_->editions) : "";
    doi_ = chance(45) ? fmt::format("10.{}/{}.{}.{}", 1000 + below(9000), one_of("j|s|journal|soc"),
                                    1990 + below(30), below(99999))
                      : "";
    genre_ = one_of(tongue_->genres);
    accessed_ = one_of(tongue_->dates);
    address_ = one_of(kSites);
    number_ =
        chance(60) ? fmt::format(fmt::runtime(one_of("[{}] |{}. |({}) |{} ")), 1 + below(120)) : "";
    series_ = one_of("Lecture Notes in Computer Science|LNCS|Studies in Sociology");
  }

  std::string family() {
    return chance(60) && !families_.empty() ? families_[below(families_.size())] : one_of(kFamily);
  }

  static std::string initials(const std::string& given, std::string_view stop) {
    std::string out;
    bool start = true;
    for (std::size_t at = 0; at < given.size(); ++at) {
      if (start && given[at] != '.') {
        std::size_t size = 1;
        while (at + size < given.size() &&
               (static_cast<unsigned char>(given[at + size]) & 0xC0) == 0x80)
          ++size;
        if (!out.empty() && !stop.empty() && stop.back() == ' ') out += ' ';
        out += given.substr(at, size);
        if (!stop.empty()) out += '.';
      }
      start = given[at] == ' ' || given[at] == '-';
    }
    return out;
  }

  static std::string upper(std::string text) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return text;
  }

  std::string people(Names names, bool editors) {
    if (!editors && chance(7)) return one_of(kBodies);
    const std::size_t count = 1 + below(chance(30) ? 6 : 3);
    const bool cut = count > 2 && chance(15);
    const std::string conjunction = tongue_->conjunction;
    std::string out;
    const bool initials_only = chance(45);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string family_name = family();
      std::string given = one_of(kGiven);
      if (chance(25)) given += fmt::format(" {}.", static_cast<char>('A' + below(23)));
      const bool last = i + 1 == count && count > 1;
      auto join = [&](std::string_view comma, std::string_view end) {
        if (i > 0) out += last && !cut ? end : comma;
      };
      switch (names) {
        case Names::apa:
          if (editors) {
            join(", ", count == 2 ? " & " : ", & ");
            out += initials(given, ". ") + " " + family_name;
          } else {
            join(", ", tongue_ == kTongues ? ", & " : " & ");
            out += family_name + ", " + initials(given, ". ");
          }
          break;
        case Names::harvard:
          join(", ", chance(80) ? " " + conjunction + " " : std::string(" & "));
          out += family_name + ", " + initials(given, ".");
          break;
        case Names::vancouver:
          join(", ", ", ");
          out += family_name + " " + initials(given, "");
          break;
        case Names::ieee:
          join(", ", count == 2 ? " and " : ", and ");
          out += initials(given, ". ") + " " + family_name;
          break;
        case Names::chicago:
          join(", ", count == 2 ? ", " + conjunction + " " : ", " + conjunction + " ");
          out += i == 0 && !editors ? family_name + ", " + given : given + " " + family_name;
          break;
        case Names::plain:
          join(", ", count == 2 ? " and " : ", and ");
          out += given + " " + family_name;
          break;
        case Names::semicolon:
          join("; ", "; ");
          out += family_name + ", " + (initials_only ? initials(given, ".") : given);
          break;
        case Names::slash:
          join("/", "/");
          out += family_name + ", " + (initials_only ? initials(given, ".") : given);
          break;
        case Names::inverted:
          join(", ", chance(50) ? " & " : " " + conjunction + " ");
          out += family_name + ", " + given;
          break;
        case Names::capitals:
          join("; ", "; ");
          out += upper(family_name) + ", " + (initials_only ? initials(given, ". ") : given);
          if (!editors && std::string_view(tongue_->code) == "pt" && i + 1 == count &&
              out.back() != '.')
            out += ".";
          break;
        case Names::spaced:
          join(", ", chance(50) ? " & " : ", ");
          out += family_name + " " + initials(given, ".");
          break;
      }
    }
    if (cut) out += chance(50) ? " et al." : ", et al.";
    return out;
  }

  void append(std::string_view text, RefField label) {
    out_.text += text;
    labels_.resize(out_.text.size(), label);
  }

  void drop_last() {
    out_.text.pop_back();
    labels_.pop_back();
  }

  /// En dashes as hyphens, as many PDFs have them.
  void plain_dashes() {
    std::string text;
    std::vector<RefField> labels;
    for (std::size_t at = 0; at < out_.text.size();) {
      if (out_.text.compare(at, 3, "–") == 0) {
        text += '-';
        labels.push_back(labels_[at]);
        at += 3;
      } else {
        text += out_.text[at];
        labels.push_back(labels_[at]);
        ++at;
      }
    }
    out_.text = std::move(text);
    labels_ = std::move(labels);
  }

  /// The field of a letter in a template, and its value in this entry.
  std::pair<RefField, std::string> field(char letter, Names names) {
    switch (letter) {
      case 'A':
        return {RefField::author, people(names, false)};
      case 'E':
        return {RefField::editor, people(names, true)};
      case 'Y':
        return {RefField::year, year_};
      case 'T':
        return {RefField::title, title_};
      case 'J':
        return {RefField::journal, journal_};
      case 'B':
        return {RefField::book, book_};
      case 'V':
        return {RefField::volume, volume_};
      case 'I':
        return {RefField::issue, issue_};
      case 'P':
        return {RefField::pages, pages_};
      case 'L':
        return {RefField::place, place_};
      case 'U':
        return {RefField::publisher, publisher_};
      case 'D':
        return {RefField::doi, doi_};
      case 'W':
        return {RefField::url, address_};
      case 'R':
        return {RefField::accessed, accessed_};
      case 'N':
        return {RefField::edition, edition_};
      case 'G':
        return {RefField::genre, genre_};
      case 'S':
        return {RefField::series, series_};
      default:
        return {RefField::label, number_};
    }
  }

  void fill(const Style& style) {
    const std::string_view text = style.text;
    for (std::size_t at = 0; at < text.size();) {
      if (text.substr(at).starts_with("‹")) {
        const std::size_t end = text.find("›", at);
        const std::string_view group = text.substr(at + 3, end - at - 3);
        if (!has_empty(group)) fill_plain(group, style.names);
        at = end + 3;
        continue;
      }
      const std::size_t next = std::min(text.find("‹", at), text.size());
      fill_plain(text.substr(at, next - at), style.names);
      at = next;
    }
  }

  bool has_empty(std::string_view group) {
    for (std::size_t at = 0; at + 2 < group.size(); ++at)
      if (group[at] == '{' && group[at + 2] == '}' && group[at + 1] != 'A' &&
          group[at + 1] != 'E' && field(group[at + 1], Names::apa).second.empty())
        return true;
    return false;
  }

  void fill_plain(std::string_view text, Names names) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}') {
        auto [label, value] = field(text[at + 1], names);
        if (label == RefField::issue && value.empty()) value = std::to_string(1 + below(9));
        append(value, label);
        at += 2;
        continue;
      }
      // "J.." and "What?.": the second mark is not printed.
      if (text[at] == '.' && !out_.text.empty() &&
          (out_.text.back() == '.' || out_.text.back() == '?'))
        continue;
      append(text.substr(at, 1), RefField::other);
    }
  }

  /// As the gold is: marks at the edges of a field belong to none.
  void tidy() {
    for (std::size_t begin = 0; begin < out_.tokens.size();) {
      std::size_t end = begin + 1;
      while (end < out_.tokens.size() && out_.labels[end] == out_.labels[begin]) ++end;
      const RefField label = out_.labels[begin];
      if (label != RefField::url && label != RefField::doi)
        for (std::size_t i = end; i > begin && out_.tokens[i - 1].kind == RefToken::Kind::punct;
             --i)
          out_.labels[i - 1] = RefField::other;
      for (std::size_t i = begin; i < end && out_.tokens[i].kind == RefToken::Kind::punct; ++i)
        out_.labels[i] = RefField::other;
      begin = end;
    }
  }

  std::vector<std::string> titles_, journals_, books_, families_;
  const Tongue* tongue_ = kTongues;
  std::string title_, year_, journal_, book_, volume_, issue_, pages_, place_, publisher_, edition_,
      doi_, genre_, accessed_, address_, number_, series_;
  GoldReference out_;
  std::vector<RefField> labels_;
  std::uint64_t state_ = 88172645463325252ull;
};

}  // namespace

std::vector<GoldReference> print_in_styles(const std::vector<GoldReference>& gold,
                                           std::size_t count) {
  Printer printer(gold);
  std::vector<GoldReference> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(printer.print());
  return out;
}

}  // namespace litmine::bench
