// Countries by ISO 3166-1 code, with the region of the United Nations' M49 standard that holds them
// and the ways in which reviewers write them. Codes, regions and English names as ICU 72 (CLDR) has
// them; XK (Kosovo) is a code in common use that ISO left to users. Other spellings are ours.
#include "reports/countries.h"

#include <map>

#include "text/normalize.h"

namespace litmine {
namespace {

// clang-format off
constexpr CountryFacts kCountries[] = {
    // code region              name, then other spellings, separated by |
    {"AD", Region::europe,    "Andorra"},
    {"AE", Region::asia,      "United Arab Emirates|UAE"},
    {"AF", Region::asia,      "Afghanistan"},
    {"AG", Region::americas,  "Antigua and Barbuda"},
    {"AI", Region::americas,  "Anguilla"},
    {"AL", Region::europe,    "Albania"},
    {"AM", Region::asia,      "Armenia"},
    {"AO", Region::africa,    "Angola"},
    {"AQ", Region::none,      "Antarctica"},
    {"AR", Region::americas,  "Argentina"},
    {"AS", Region::oceania,   "American Samoa"},
    {"AT", Region::europe,    "Austria"},
    {"AU", Region::oceania,   "Australia"},
    {"AW", Region::americas,  "Aruba"},
    {"AX", Region::europe,    "Åland Islands"},
    {"AZ", Region::asia,      "Azerbaijan"},
    {"BA", Region::europe,    "Bosnia and Herzegovina|Bosnia"},
    {"BB", Region::americas,  "Barbados"},
    {"BD", Region::asia,      "Bangladesh"},
    {"BE", Region::europe,    "Belgium"},
    {"BF", Region::africa,    "Burkina Faso"},
    {"BG", Region::europe,    "Bulgaria"},
    {"BH", Region::asia,      "Bahrain"},
    {"BI", Region::africa,    "Burundi"},
    {"BJ", Region::africa,    "Benin"},
    {"BL", Region::americas,  "Saint Barthélemy"},
    {"BM", Region::americas,  "Bermuda"},
    {"BN", Region::asia,      "Brunei"},
    {"BO", Region::americas,  "Bolivia"},
    {"BQ", Region::americas,  "Caribbean Netherlands"},
    {"BR", Region::americas,  "Brazil"},
    {"BS", Region::americas,  "Bahamas|The Bahamas"},
    {"BT", Region::asia,      "Bhutan"},
    {"BV", Region::americas,  "Bouvet Island"},
    {"BW", Region::africa,    "Botswana"},
    {"BY", Region::europe,    "Belarus"},
    {"BZ", Region::americas,  "Belize"},
    {"CA", Region::americas,  "Canada"},
    {"CC", Region::oceania,   "Cocos (Keeling) Islands"},
    {"CD", Region::africa,    "DR Congo|Democratic Republic of the Congo|Congo (DRC)|DRC"},
    {"CF", Region::africa,    "Central African Republic"},
    {"CG", Region::africa,    "Congo|Republic of the Congo"},
    {"CH", Region::europe,    "Switzerland"},
    {"CI", Region::africa,    "Côte d'Ivoire|Ivory Coast|Cote d'Ivoire"},
    {"CK", Region::oceania,   "Cook Islands"},
    {"CL", Region::americas,  "Chile"},
    {"CM", Region::africa,    "Cameroon"},
    {"CN", Region::asia,      "China|PR China|P.R. China|People's Republic of China|Mainland China"},
    {"CO", Region::americas,  "Colombia"},
    {"CR", Region::americas,  "Costa Rica"},
    {"CU", Region::americas,  "Cuba"},
    {"CV", Region::africa,    "Cape Verde|Cabo Verde"},
    {"CW", Region::americas,  "Curaçao"},
    {"CX", Region::oceania,   "Christmas Island"},
    {"CY", Region::asia,      "Cyprus"},
    {"CZ", Region::europe,    "Czechia|Czech Republic"},
    {"DE", Region::europe,    "Germany"},
    {"DJ", Region::africa,    "Djibouti"},
    {"DK", Region::europe,    "Denmark"},
    {"DM", Region::americas,  "Dominica"},
    {"DO", Region::americas,  "Dominican Republic"},
    {"DZ", Region::africa,    "Algeria"},
    {"EC", Region::americas,  "Ecuador"},
    {"EE", Region::europe,    "Estonia"},
    {"EG", Region::africa,    "Egypt"},
    {"EH", Region::africa,    "Western Sahara"},
    {"ER", Region::africa,    "Eritrea"},
    {"ES", Region::europe,    "Spain"},
    {"ET", Region::africa,    "Ethiopia"},
    {"FI", Region::europe,    "Finland"},
    {"FJ", Region::oceania,   "Fiji"},
    {"FK", Region::americas,  "Falkland Islands"},
    {"FM", Region::oceania,   "Micronesia"},
    {"FO", Region::europe,    "Faroe Islands"},
    {"FR", Region::europe,    "France"},
    {"GA", Region::africa,    "Gabon"},
    {"GB", Region::europe,    "United Kingdom|UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland"},
    {"GD", Region::americas,  "Grenada"},
    {"GE", Region::asia,      "Georgia"},
    {"GF", Region::americas,  "French Guiana"},
    {"GG", Region::europe,    "Guernsey"},
    {"GH", Region::africa,    "Ghana"},
    {"GI", Region::europe,    "Gibraltar"},
    {"GL", Region::americas,  "Greenland"},
    {"GM", Region::africa,    "Gambia|The Gambia"},
    {"GN", Region::africa,    "Guinea"},
    {"GP", Region::americas,  "Guadeloupe"},
    {"GQ", Region::africa,    "Equatorial Guinea"},
    {"GR", Region::europe,    "Greece"},
    {"GS", Region::americas,  "South Georgia and South Sandwich Islands"},
    {"GT", Region::americas,  "Guatemala"},
    {"GU", Region::oceania,   "Guam"},
    {"GW", Region::africa,    "Guinea-Bissau"},
    {"GY", Region::americas,  "Guyana"},
    {"HK", Region::asia,      "Hong Kong|Hong Kong SAR|Hong Kong, China"},
    {"HM", Region::oceania,   "Heard and McDonald Islands"},
    {"HN", Region::americas,  "Honduras"},
    {"HR", Region::europe,    "Croatia"},
    {"HT", Region::americas,  "Haiti"},
    {"HU", Region::europe,    "Hungary"},
    {"ID", Region::asia,      "Indonesia"},
    {"IE", Region::europe,    "Ireland|Republic of Ireland"},
    {"IL", Region::asia,      "Israel"},
    {"IM", Region::europe,    "Isle of Man"},
    {"IN", Region::asia,      "India"},
    {"IO", Region::africa,    "British Indian Ocean Territory"},
    {"IQ", Region::asia,      "Iraq"},
    {"IR", Region::asia,      "Iran|Islamic Republic of Iran"},
    {"IS", Region::europe,    "Iceland"},
    {"IT", Region::europe,    "Italy"},
    {"JE", Region::europe,    "Jersey"},
    {"JM", Region::americas,  "Jamaica"},
    {"JO", Region::asia,      "Jordan"},
    {"JP", Region::asia,      "Japan"},
    {"KE", Region::africa,    "Kenya"},
    {"KG", Region::asia,      "Kyrgyzstan"},
    {"KH", Region::asia,      "Cambodia"},
    {"KI", Region::oceania,   "Kiribati"},
    {"KM", Region::africa,    "Comoros"},
    {"KN", Region::americas,  "Saint Kitts and Nevis"},
    {"KP", Region::asia,      "North Korea"},
    {"KR", Region::asia,      "South Korea|S. Korea|Korea|Republic of Korea|Korea (South)"},
    {"KW", Region::asia,      "Kuwait"},
    {"KY", Region::americas,  "Cayman Islands"},
    {"KZ", Region::asia,      "Kazakhstan"},
    {"LA", Region::asia,      "Laos|Lao PDR"},
    {"LB", Region::asia,      "Lebanon"},
    {"LC", Region::americas,  "Saint Lucia"},
    {"LI", Region::europe,    "Liechtenstein"},
    {"LK", Region::asia,      "Sri Lanka"},
    {"LR", Region::africa,    "Liberia"},
    {"LS", Region::africa,    "Lesotho"},
    {"LT", Region::europe,    "Lithuania"},
    {"LU", Region::europe,    "Luxembourg"},
    {"LV", Region::europe,    "Latvia"},
    {"LY", Region::africa,    "Libya"},
    {"MA", Region::africa,    "Morocco"},
    {"MC", Region::europe,    "Monaco"},
    {"MD", Region::europe,    "Moldova"},
    {"ME", Region::europe,    "Montenegro"},
    {"MF", Region::americas,  "Saint Martin"},
    {"MG", Region::africa,    "Madagascar"},
    {"MH", Region::oceania,   "Marshall Islands"},
    {"MK", Region::europe,    "North Macedonia|Macedonia"},
    {"ML", Region::africa,    "Mali"},
    {"MM", Region::asia,      "Myanmar|Burma"},
    {"MN", Region::asia,      "Mongolia"},
    {"MO", Region::asia,      "Macao|Macau"},
    {"MP", Region::oceania,   "Northern Mariana Islands"},
    {"MQ", Region::americas,  "Martinique"},
    {"MR", Region::africa,    "Mauritania"},
    {"MS", Region::americas,  "Montserrat"},
    {"MT", Region::europe,    "Malta"},
    {"MU", Region::africa,    "Mauritius"},
    {"MV", Region::asia,      "Maldives"},
    {"MW", Region::africa,    "Malawi"},
    {"MX", Region::americas,  "Mexico"},
    {"MY", Region::asia,      "Malaysia"},
    {"MZ", Region::africa,    "Mozambique"},
    {"NA", Region::africa,    "Namibia"},
    {"NC", Region::oceania,   "New Caledonia"},
    {"NE", Region::africa,    "Niger"},
    {"NF", Region::oceania,   "Norfolk Island"},
    {"NG", Region::africa,    "Nigeria"},
    {"NI", Region::americas,  "Nicaragua"},
    {"NL", Region::europe,    "Netherlands|The Netherlands|Holland"},
    {"NO", Region::europe,    "Norway"},
    {"NP", Region::asia,      "Nepal"},
    {"NR", Region::oceania,   "Nauru"},
    {"NU", Region::oceania,   "Niue"},
    {"NZ", Region::oceania,   "New Zealand|Aotearoa New Zealand"},
    {"OM", Region::asia,      "Oman"},
    {"PA", Region::americas,  "Panama"},
    {"PE", Region::americas,  "Peru"},
    {"PF", Region::oceania,   "French Polynesia"},
    {"PG", Region::oceania,   "Papua New Guinea"},
    {"PH", Region::asia,      "Philippines|The Philippines"},
    {"PK", Region::asia,      "Pakistan"},
    {"PL", Region::europe,    "Poland"},
    {"PM", Region::americas,  "Saint Pierre and Miquelon"},
    {"PN", Region::oceania,   "Pitcairn Islands"},
    {"PR", Region::americas,  "Puerto Rico"},
    {"PS", Region::asia,      "Palestine|Palestinian Territories"},
    {"PT", Region::europe,    "Portugal"},
    {"PW", Region::oceania,   "Palau"},
    {"PY", Region::americas,  "Paraguay"},
    {"QA", Region::asia,      "Qatar"},
    {"RE", Region::africa,    "Réunion"},
    {"RO", Region::europe,    "Romania"},
    {"RS", Region::europe,    "Serbia"},
    {"RU", Region::europe,    "Russia|Russian Federation"},
    {"RW", Region::africa,    "Rwanda"},
    {"SA", Region::asia,      "Saudi Arabia|KSA"},
    {"SB", Region::oceania,   "Solomon Islands"},
    {"SC", Region::africa,    "Seychelles"},
    {"SD", Region::africa,    "Sudan"},
    {"SE", Region::europe,    "Sweden"},
    {"SG", Region::asia,      "Singapore"},
    {"SH", Region::africa,    "Saint Helena"},
    {"SI", Region::europe,    "Slovenia"},
    {"SJ", Region::europe,    "Svalbard and Jan Mayen"},
    {"SK", Region::europe,    "Slovakia"},
    {"SL", Region::africa,    "Sierra Leone"},
    {"SM", Region::europe,    "San Marino"},
    {"SN", Region::africa,    "Senegal"},
    {"SO", Region::africa,    "Somalia"},
    {"SR", Region::americas,  "Suriname"},
    {"SS", Region::africa,    "South Sudan"},
    {"ST", Region::africa,    "São Tomé and Príncipe"},
    {"SV", Region::americas,  "El Salvador"},
    {"SX", Region::americas,  "Sint Maarten"},
    {"SY", Region::asia,      "Syria"},
    {"SZ", Region::africa,    "Eswatini|Swaziland"},
    {"TC", Region::americas,  "Turks and Caicos Islands"},
    {"TD", Region::africa,    "Chad"},
    {"TF", Region::africa,    "French Southern Territories"},
    {"TG", Region::africa,    "Togo"},
    {"TH", Region::asia,      "Thailand"},
    {"TJ", Region::asia,      "Tajikistan"},
    {"TK", Region::oceania,   "Tokelau"},
    {"TL", Region::asia,      "Timor-Leste|East Timor"},
    {"TM", Region::asia,      "Turkmenistan"},
    {"TN", Region::africa,    "Tunisia"},
    {"TO", Region::oceania,   "Tonga"},
    {"TR", Region::asia,      "Turkey|Türkiye|Turkiye"},
    {"TT", Region::americas,  "Trinidad and Tobago"},
    {"TV", Region::oceania,   "Tuvalu"},
    {"TW", Region::asia,      "Taiwan|Taiwan, China|Chinese Taipei"},
    {"TZ", Region::africa,    "Tanzania"},
    {"UA", Region::europe,    "Ukraine"},
    {"UG", Region::africa,    "Uganda"},
    {"UM", Region::oceania,   "U.S. Outlying Islands"},
    {"US", Region::americas,  "United States|US|U.S.|USA|U.S.A.|United States of America|the United States|America"},
    {"UY", Region::americas,  "Uruguay"},
    {"UZ", Region::asia,      "Uzbekistan"},
    {"VA", Region::europe,    "Vatican City|Vatican"},
    {"VC", Region::americas,  "Saint Vincent and Grenadines"},
    {"VE", Region::americas,  "Venezuela"},
    {"VG", Region::americas,  "British Virgin Islands"},
    {"VI", Region::americas,  "U.S. Virgin Islands"},
    {"VN", Region::asia,      "Vietnam|Viet Nam"},
    {"VU", Region::oceania,   "Vanuatu"},
    {"WF", Region::oceania,   "Wallis and Futuna"},
    {"WS", Region::oceania,   "Samoa"},
    {"XK", Region::europe,    "Kosovo"},
    {"YE", Region::asia,      "Yemen"},
    {"YT", Region::africa,    "Mayotte"},
    {"ZA", Region::africa,    "South Africa"},
    {"ZM", Region::africa,    "Zambia"},
    {"ZW", Region::africa,    "Zimbabwe"},
};
// clang-format on

std::string key_of(std::string_view name) {
  std::string key;
  for (char c : unaccented(folded(name))) {
    if (c == '.') continue;  // "U.S."
    if (!key.empty() || c != ' ') key += c;
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

}  // namespace

std::span<const CountryFacts> all_countries() { return kCountries; }

std::string_view CountryFacts::name() const { return names.substr(0, names.find('|')); }

const CountryFacts* country_named(std::string_view name_or_code) {
  static const std::map<std::string, const CountryFacts*> kByName = [] {
    std::map<std::string, const CountryFacts*> by_name;
    for (const CountryFacts& country : kCountries) {
      by_name.emplace(key_of(country.code), &country);
      for (std::string_view rest = country.names; !rest.empty();) {
        const std::size_t bar = rest.find('|');
        by_name.insert_or_assign(key_of(rest.substr(0, bar)), &country);
        rest = bar == rest.npos ? std::string_view() : rest.substr(bar + 1);
      }
    }
    return by_name;
  }();
  const auto found = kByName.find(key_of(name_or_code));
  return found == kByName.end() ? nullptr : found->second;
}

std::string_view region_name(Region region) {
  switch (region) {
    case Region::africa:
      return "Africa";
    case Region::americas:
      return "the Americas";
    case Region::asia:
      return "Asia";
    case Region::europe:
      return "Europe";
    case Region::oceania:
      return "Oceania";
    case Region::none:
      return "no region";
  }
  return {};
}

}  // namespace litmine
