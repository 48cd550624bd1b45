/// The small words of languages that share a script: those for which there is a Snowball stemmer, and a few neighbours
/// that would otherwise be taken for one of them.
struct LanguageProfile {
    let languages: [String]
    /// The languages in which a word, known by its hash, is one of the small ones: a bit for each place in
    /// ``languages``.
    let table: [UInt64: UInt64]

    private init(_ words: [(language: String, words: String)]) {
        languages = words.map(\.language)
        var table: [UInt64: UInt64] = [:]
        for (index, entry) in words.enumerated() {
            for word in entry.words.split(separator: " ") {
                table[WordBytes.hash(of: word), default: 0] |= 1 << UInt64(index)
            }
        }
        self.table = table
    }

    static let latin = LanguageProfile([
        (
            "en",
            "the of and to in a is that for it with as on be by this are was or from at which not have has an they their its who but were will when would"
        ),
        (
            "fr",
            "le la les de des du et à un une est que qui dans pour en sur par au aux pas plus ne se ce cette avec sont il elle ou leur l d qu n s c y été ont"
        ),
        (
            "de",
            "der die das und in den von zu mit dem des ist im für nicht ein eine auf als auch sich an es werden einer dass oder bei aus wird sind hat nach einem"
        ),
        (
            "es",
            "el la los las de que y en un una por con para del se no es al lo como más su sus o pero este esta entre cuando muy sin sobre son fue ha"
        ),
        (
            "it",
            "il la di che e un una per con del della in non si è sono da al dei delle gli le nel alla come più anche ma o lo i l dell ha nella questo"
        ),
        (
            "pt",
            "o a os as de que e em um uma do da dos das para com por não se no na é ao como mais foi mas ou seu sua à pelo pela são nos também"
        ),
        (
            "nl",
            "de het een en van in is dat op te zijn voor met niet aan die er ook als door bij maar om uit naar worden wordt dit heeft nog kan over"
        ),
        (
            "sv",
            "och att det i som en på är av för med den till inte om ett har de från var kan vid eller men så ska när också sig under efter"
        ),
        (
            "da",
            "og at det i er en af til på som for med den de ikke der om et har fra var kan ved eller men så skal også sig efter blev hvor"
        ),
        (
            "no",
            "og å det i er en av til på som for med den de ikke om et har fra var kan ved eller men så skal også seg etter ble hvor"
        ),
        (
            "fi",
            "ja on ei se että oli ovat hän joka mutta tai kun niin myös sen kuin jos ole ne voi sekä mukaan vain jotka tämä hänen"
        ),
        (
            "hu",
            "a az és hogy nem is egy ez van meg de csak ha volt már még el vagy mint azt amely után aki lehet kell minden szerint"
        ),
        (
            "ro",
            "și de la în a cu pe o un nu din care ce se mai este pentru sau că al ale au fost prin sunt fi lui acest dacă"
        ),
        (
            "tr",
            "ve bir bu da de için ile olarak olan en çok daha gibi ne var o kadar sonra değil her ise veya tarafından ancak"
        ),
        (
            "ca",
            "el la els les de i que en un una per amb del no és al com més o però aquest aquesta entre sobre són ha dels seva seu"
        ),
        (
            "pl",
            "i w na z do nie się że jest to o jak dla po od przez za ale oraz są być który która tym lub już tylko przed"
        ),
        (
            "cs",
            "a v na se je že s z do o k i to by pro jako ale který která nebo jsou byl po při podle od jeho již také"
        ),
        (
            "id",
            "dan yang di untuk dengan dari ini dalam pada tidak adalah akan itu oleh sebagai ke atau juga dapat karena telah mereka"
        ),
        ("lt", "ir kad į iš su yra tai ne bet kaip apie dėl nuo jis būti arba pagal taip už buvo savo kuris"),
        ("eu", "eta da ez bat izan du dira zen baina dute hau edo ere den dela beste egin baino gero"),
        ("ga", "agus an na ar go is le de i do a bhí tá ag ní nach sé sin leis seo mar aon ó nó"),
    ])

    static let cyrillic = LanguageProfile([
        (
            "ru",
            "и в не на что с по как из к для это от о за его а же но или при так они все был быть также который были если только"
        ),
        (
            "uk",
            "і в не на що з по як із до для це від про за його а ж але або при так вони все був бути також який були якщо тільки та у"
        ),
        ("bg", "и в не на че с по като от за да се са е това при към или но до който във след си ще беше още"),
        ("sr", "и у не на да је се са од за као су што који али или по из то би био до ће након"),
    ])

    static let devanagari = LanguageProfile([
        ("hi", "के का की में है और से को ने पर यह कि हैं एक था लिए भी नहीं"),
        ("ne", "को मा र छ लाई पनि छन् भने ले यो हुन् गर्न एक गरेको भएको"),
        ("mr", "आणि आहे या च्या ला ते हे होते नाही मध्ये की तर आहेत"),
    ])
}
