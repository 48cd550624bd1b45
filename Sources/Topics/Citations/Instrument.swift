/// What an article is an article of.
enum Instrument: Hashable, Sendable {
    /// A treaty, law or standard of the vocabulary, by its place there.
    case treaty(Int)
    /// One that it does not have.
    case other
}

/// Where a text names an instrument.
struct InstrumentMention: Hashable {
    var instrument: Instrument
    /// In bytes of the text.
    var range: Range<Int>
}

/// Kinds of instruments, as «the Convention» names one.
enum InstrumentKind: Hashable, Sendable {
    case convention, `protocol`, directive, regulation, code, charter, constitution, statute, covenant, law, pact, standard

    /// By the words that name them, in English, French and Spanish.
    static let words: [String: InstrumentKind] = [
        "convention": .convention, "convenio": .convention, "convención": .convention, "treaty": .convention,
        "traité": .convention, "tratado": .convention, "protocol": .protocol, "protocole": .protocol,
        "protocolo": .protocol, "directive": .directive, "directiva": .directive, "regulation": .regulation,
        "règlement": .regulation, "reglamento": .regulation, "act": .regulation, "code": .code, "charter": .charter,
        "constitution": .constitution, "statute": .statute, "covenant": .covenant, "law": .law, "pact": .pact,
        "standard": .standard, "ordinance": .law, "bill": .law, "loi": .law, "ley": .law,
    ]
}
