/// The months as publishing systems name them, in full and shortened.
enum FeedMonth {
    /// `word` is in lower case and without full stops.
    static func month(_ word: String) -> Int? { MonthName.month(word) ?? table[word] ?? shortened(word) }

    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for line in names {
            for (index, alternatives) in line.split(separator: " ").enumerated() {
                for name in alternatives.split(separator: "/") { table[String(name)] = index + 1 }
            }
        }
        return table
    }()

    /// «sept», «octob»: the beginning of an English name, of four letters or more.
    private static func shortened(_ word: String) -> Int? {
        guard word.utf8.count >= 4, word.utf8.count <= 9 else { return nil }
        return english.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static let english = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// A line a language, a month a word, with other forms behind strokes.
    private static let names = [
        // French, Spanish, Portuguese, Italian, German, Dutch, shortened.
        "janv févr/fév/fevr mars avr mai juin juil/juillet août/aou sept oct nov déc/decembre",
        "ene feb mar abr may jun jul ago sept/set oct nov dic",
        "jan fev/fevereiro mar/marco abr mai jun jul ago set out nov dez",
        "gen feb mar apr mag giu/giugn lug/lugl ago set/sett ott nov dic",
        "jän/jänner feb/feber mrz/mär/maerz apr mai jun jul aug sep okt nov dez",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        // Greek: in full, in the genitive, and shortened with every accent in use.
        "ιαν/ιανουάριος/ιανουαρίου φεβ/φεβρουάριος/φεβρουαρίου μάρ/μαρ/μάρτιος/μαρτίου απρ/απρίλιος/απριλίου μάι/μαϊ/μαι/μαΐ/μάιος/μαΐου ιούν/ιουν/ιον/ιούνιος/ιουνίου ιούλ/ιουλ/ιολ/ιούλιος/ιουλίου αύγ/αυγ/αύγουστος/αυγούστου σεπ/σεπτέμβριος/σεπτεμβρίου οκτ/οκτώβριος/οκτωβρίου νοέ/νοε/νοέμβριος/νοεμβρίου δεκ/δεκέμβριος/δεκεμβρίου",
        // Hungarian.
        "január/januári febr/február/februári márc/március/máricius ápr/április/áprilisi máj/május jún/június júl/július aug/augusztus szept/szeptember okt/október nov/november dec/december",
        // Polish: nominative, genitive, shortened.
        "sty/styczeń/stycznia lut/luty/lutego mar/marzec/marca kwi/kwiecień/kwietnia maj/maja cze/czerwiec/czerwca lip/lipiec/lipca sie/sierpień/sierpnia wrz/wrzesień/września paź/październik/października lis/listopad/listopada gru/grudzień/grudnia",
        // Russian, shortened and in the nominative; Ukrainian in the genitive.
        "янв/январь фев/февр/февраль мар/март апр/апрель май июн/июнь июл/июль авг/август сен/сент/сентябрь окт/октябрь ноя/нояб/ноябрь дек/декабрь",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        // Swedish, Danish, Norwegian, Finnish.
        "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep oktober/okt november/nov december/dec",
        "januar februar marts april maj juni juli august september oktober november desember/des",
        "tammi/tammikuu/tammikuuta helmi/helmikuu/helmikuuta maalis/maaliskuu/maaliskuuta huhti/huhtikuu/huhtikuuta touko/toukokuu/toukokuuta kesä/kesäkuu/kesäkuuta heinä/heinäkuu/heinäkuuta elo/elokuu/elokuuta syys/syyskuu/syyskuuta loka/lokakuu/lokakuuta marras/marraskuu/marraskuuta joulu/joulukuu/joulukuuta",
        // Turkish, Czech, Romanian, Indonesian.
        "oca/ocak şub/şubat mart nis/nisan mayıs haz/haziran tem/temmuz ağu/ağustos eyl/eylül eki/ekim kas/kasım ara/aralık",
        "led/leden/ledna úno/únor/února bře/březen/března dub/duben/dubna kvě/květen/května čer/červen/června čvc/červenec/července srp/srpen/srpna zář/září říj/říjen/října listopadu pro/prosinec/prosince",
        "ian/ianuarie febr/februarie martie aprilie mai iun/iunie iul/iulie aug/august septembrie octombrie noiembrie decembrie",
        "januari februari maret april mei juni juli agustus/agu september oktober/okt november desember/des",
    ]
}
