/// The abbreviations of a language, without their last full stop and in lower case.
struct Abbreviations: Sendable {
    /// A name or the rest of the sentence follows: `Dr.`, `e.g.`
    let leading: Set<String>
    /// A number follows, or the word is no abbreviation: `Art. 7`, `No. 3`
    let numbering: Set<String>
    /// May stand at the end of a sentence or inside it: `Inc.`, `etc.`
    let closing: Set<String>
    /// Words with which sentences begin, so that one behind a `closing` abbreviation begins a new sentence.
    let openers: Set<String>
    /// Whether a full stop makes a number an ordinal: `am 3. Mai`
    let hasOrdinals: Bool
    /// The abbreviations of ASCII letters alone, of up to eight, as numbers, the first letter the lowest; sorted.
    private let letters: [UInt64]

    private init(
        leading: String, numbering: String, closing: String, openers: String, hasOrdinals: Bool = false
    ) {
        self.leading = Self.words(leading)
        self.numbering = Self.words(numbering)
        self.closing = Self.words(closing)
        self.openers = Self.words(openers)
        self.hasOrdinals = hasOrdinals
        letters = self.leading.union(self.numbering).union(self.closing).compactMap(Self.letters(of:)).sorted()
    }

    private static func letters(of word: String) -> UInt64? {
        guard word.utf8.count <= 8, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
        return word.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Whether a word of `count` small ASCII letters may be on a list that an abbreviation is on; `letters` are its bytes, the
    /// first the lowest.
    func mayHold(_ letters: UInt64, count: Int) -> Bool {
        guard count <= 8 else { return count <= Self.longest }
        var first = 0
        var end = self.letters.count
        while first < end {
            let middle = (first + end) / 2
            if self.letters[middle] < letters { first = middle + 1 } else { end = middle }
        }
        return first < self.letters.count && self.letters[first] == letters
    }

    /// No abbreviation of letters alone is longer.
    private static let longest = 12

    private static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// The abbreviations of `language`; of English where there is no list.
    static func of(_ language: Language) -> Abbreviations {
        switch language {
        case .french: french
        case .german: german
        case .spanish: spanish
        case .italian: italian
        case .portuguese: portuguese
        case .dutch: dutch
        case .arabic, .armenian, .basque, .catalan, .danish, .english, .finnish, .greek, .hindi, .hungarian, .indonesian,
            .irish, .lithuanian, .nepali, .norwegian, .romanian, .russian, .serbian, .swedish, .tamil, .turkish, .yiddish,
            .other:
            english
        }
    }

    private static let english = Abbreviations(
        leading: """
            mr mrs ms mx dr prof rev fr sr st messrs hon gen col maj capt cmdr lt sgt adm brig sen rep gov pres amb supt det insp
            const atty e.g i.e cf viz vs approx resp esp incl excl ca al.s adv asst assoc dept
            """,
        numbering: """
            no nos art arts sec secs sect para paras p pp vol vols ch chap fig figs eq ex app annex rec recs reg regs dir cl r n
            tit pt pts item res ser case op pub stat
            """,
        closing: """
            inc ltd corp co cos llc plc llp bros etc al jr sr esq ph.d m.d b.a m.a ll.m ll.b a.m p.m u.s u.k u.n e.u d.c
            jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
            ave blvd rd min max est dist div univ intl natl govt ed eds trans supp
            """,
        openers: """
            the a an in on at by for from to of with without under over after before since until during while when where why
            how who what which whether if unless although though because as so but and or yet nor then now here there thus
            hence however moreover furthermore meanwhile instead still also even both each every some many most more several
            few all any no not only such one two three it its he she they we you i his her their our your my this that these
            those according among between through despite like once rather nevertheless indeed perhaps last next later
            earlier today yesterday another other others
            """)

    private static let french = Abbreviations(
        leading: """
            m mm mme mmes mlle mlles me mes dr drs pr prof st ste mgr cf c.-à-d c-à-d p.ex ex env vs av bd réf not
            """,
        numbering: """
            n no nos art arts al p pp vol chap ch fig éd t tit par sect paragr aff ann v décr règl dir rec
            """,
        closing: """
            etc cie sté s.a s.a.r.l e.u u.e o.n.u j.-c janv févr avr juill sept oct nov déc tél éd
            """,
        openers: """
            le la les l un une des du de d' il elle ils elles on nous vous je tu ce cet cette ces cela c' ça mais et ou or donc
            car ni si quand lorsque comme après avant pendant depuis selon dans sur sous avec sans pour par en à au aux son sa
            ses leur leurs notre votre tout toute tous toutes plusieurs certains certaines d'autres ainsi aussi cependant
            toutefois néanmoins enfin ensuite puis alors qui que quoi où pourquoi comment hier aujourd'hui demain
            """)

    private static let german = Abbreviations(
        leading: """
            hr hrn fr frl dr drs prof dipl ing mag st z.b d.h u.a u.ä s.o s.u v.a i.d.r i.s.d i.v.m o.ä vgl bzw ca evtl ggf
            inkl zzgl sog insb insbes lt gem einschl bspw z.t z.zt a.a.o rn.f
            """,
        numbering: """
            nr nrn art abs s ziff rn rz bd kap abb tab lit buchst nr satz az az. hs ul
            """,
        closing: """
            usw etc ff f co gmbh kg ag e.v jan feb mrz apr jun jul aug sept sep okt nov dez str tel usa u.s a.d
            """,
        openers: """
            der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich man dieser diese dieses diesen
            diesem jener jene jenes aber und oder doch denn wenn weil da als ob obwohl während nach vor seit bis in im am an
            auf aus bei mit ohne für gegen über unter um zu zum zur von vom durch so auch nur noch schon dann nun hier dort
            daher deshalb allerdings jedoch zudem außerdem dabei dazu sein seine ihre ihr unser kein keine alle viele einige
            mehrere wer was wie wo warum laut nicht
            """,
        hasOrdinals: true)

    private static let spanish = Abbreviations(
        leading: """
            sr sra sres sras srta d dña dr dra drs prof profa lic ing gral cnel cap ud uds vd vds p.ej ej cf vs aprox s.e st sto
            sta
            """,
        numbering: "n no núm nº art arts pág págs p pp vol cap fig sec párr inc lit tít res",
        closing: "etc s.a s.l ltda cía ee.uu e.u u.e o.n.u a.c d.c a.m p.m ene feb mar abr jun jul ago sept oct nov dic tel",
        openers: """
            el la los las un una unos unas lo al del en de con sin por para según desde hasta entre sobre tras ante él ella
            ellos ellas nosotros usted ustedes yo este esta estos estas ese esa eso esto aquel aquella pero y e o u ni si cuando
            como aunque porque mientras después antes también además sin embargo así su sus nuestro todo todos toda todas muchos
            algunos varios no que quien qué quién cómo dónde hoy ayer
            """)

    private static let italian = Abbreviations(
        leading: "sig sigg sig.ra dott dott.ssa dr prof prof.ssa avv ing on sen gen col cap mons s st es p.es ad.es cfr vs ca c.d",
        numbering: "n nn nr art artt pag pagg p pp vol cap fig sez par co lett all",
        closing: "ecc etc s.p.a s.r.l a.c d.c u.s u.e o.n.u gen feb mar apr giu lug ago sett set ott nov dic tel",
        openers: """
            il lo la i gli le un uno una l' in di da con su per tra fra a al alla ai alle dal dalla nel nella del della dei
            delle egli lui lei essi loro noi voi io questo questa questi queste quello quella ma e ed o se quando come mentre dopo
            prima secondo anche inoltre tuttavia così il suo sua non che chi cosa dove perché oggi ieri
            """)

    private static let portuguese = Abbreviations(
        leading: "sr sra srs sras dr dra prof profa eng gen cel cap d exmo exma v.exa p.ex ex cf vs aprox st sto sta",
        numbering: "n no nº núm art arts pág págs p pp vol cap fig sec inc al par res",
        closing: "etc s.a ltda cia e.u.a u.e o.n.u a.c d.c jan fev mar abr mai jun jul ago set out nov dez tel",
        openers: """
            o a os as um uma uns umas em de com sem por para segundo desde até entre sobre após ante no na nos nas do da dos das
            ele ela eles elas nós você vocês eu este esta estes estas esse essa isso isto aquele aquela mas e ou nem se quando
            como embora porque enquanto depois antes também além assim seu sua seus suas todo todos não que quem onde hoje ontem
            """)

    private static let dutch = Abbreviations(
        leading: "dhr mevr mw dr drs mr ir ing prof ds st jhr bijv bv d.w.z m.b.t o.a t.a.v i.v.m vgl ca evt incl excl resp zgn",
        numbering: "nr nrs art artt blz p pp par hfst lid afb deel",
        closing: "enz etc b.v n.v e.d e.a v.s v.n e.u jan feb mrt apr jun jul aug sept okt nov dec tel",
        openers: """
            de het een in op aan bij van voor met zonder onder over na tijdens sinds tot uit door om te naar hij zij ze wij we ik
            jij u dit dat deze die maar en of want als wanneer omdat hoewel terwijl daarna toen dan nu hier daar ook toch echter
            bovendien zijn haar hun ons onze alle veel sommige wie wat hoe waar waarom volgens er
            """)
}
