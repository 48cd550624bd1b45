import Articles
import Topics

/// The topic links of an article with their explanations, and behind them the provisions that it cites, if any. Matched words
/// are kept as their place in the text, and read from there.
enum LinkCoding {
    /// In the stored order; only ever added to at the end.
    private static let origins: [TopicLink.Origin] = [.engine, .user, .kicker, .citation]

    static func bytes(of tagging: Tagging, text: String) -> [UInt8] {
        var writer = BinaryWriter()
        writer.append(tagging.links.count)
        var text = text
        text.withUTF8 { text in
            for link in tagging.links { append(link, text: UnsafeRawBufferPointer(text), to: &writer) }
        }
        // Nothing is what earlier versions wrote, so that articles without citations stay as they are when tagged anew.
        guard !tagging.citations.isEmpty else { return writer.bytes }
        writer.append(tagging.citations.count)
        for provision in tagging.citations { writer.append(provision.description) }
        return writer.bytes
    }

    private static func append(_ link: TopicLink, text: UnsafeRawBufferPointer, to writer: inout BinaryWriter) {
        writer.append(link.passage.start)
        writer.append(link.passage.end)
        writer.append(link.topic.rawValue)
        writer.append(origins.firstIndex(of: link.origin) ?? 0)
        writer.append(link.explanation.prior)
        writer.append(link.explanation.threshold)
        writer.append(link.explanation.evidence.count)
        for evidence in link.explanation.evidence { append(evidence, text: text, to: &writer) }
        writer.append(link.explanation.context.count)
        for factor in link.explanation.context {
            writer.append(factor.name)
            writer.append(factor.contribution)
        }
    }

    private static func append(
        _ evidence: Explanation.Evidence, text: UnsafeRawBufferPointer, to writer: inout BinaryWriter
    ) {
        writer.append(evidence.start)
        writer.append(evidence.end)
        // Evidence of a kicker or a title does not stand in the text.
        writer.append(optional: words(evidence.start, evidence.end, in: text) == evidence.text ? nil : evidence.text)
        writer.append(evidence.contribution)
    }

    private static func words(_ start: Int, _ end: Int, in text: UnsafeRawBufferPointer) -> String? {
        guard start >= 0, start <= end, end <= text.count else { return nil }
        return String(decoding: text[start..<end], as: UTF8.self)
    }

    static func tagging(
        from bytes: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer
    ) throws(BinaryReader.Damage) -> Tagging {
        var reader = BinaryReader(bytes)
        let count = try reader.count()
        var links: [TopicLink] = []
        links.reserveCapacity(count)
        for _ in 0..<count { links.append(try link(from: &reader, text: text)) }
        return Tagging(links, citations: reader.isAtEnd ? [] : try citations(from: &reader))
    }

    private static func citations(from reader: inout BinaryReader) throws(BinaryReader.Damage) -> [ProvisionID] {
        var citations: [ProvisionID] = []
        for _ in 0..<(try reader.count()) {
            guard let provision = ProvisionID(try reader.text()) else { throw BinaryReader.Damage() }
            citations.append(provision)
        }
        return citations
    }

    private static func link(
        from reader: inout BinaryReader, text: UnsafeRawBufferPointer
    ) throws(BinaryReader.Damage) -> TopicLink {
        let start = try reader.number()
        let passage = Passage(start: start, end: try reader.number())
        let topic = TopicID(try reader.text())
        let origin = try reader.number()
        guard origins.indices.contains(origin) else { throw BinaryReader.Damage() }
        let prior = try reader.double()
        let threshold = try reader.double()
        var evidence: [Explanation.Evidence] = []
        for _ in 0..<(try reader.count()) { evidence.append(try self.evidence(from: &reader, text: text)) }
        var context: [Explanation.Factor] = []
        for _ in 0..<(try reader.count()) {
            let name = try reader.text()
            context.append(Explanation.Factor(name: name, contribution: try reader.double()))
        }
        return TopicLink(
            passage: passage, topic: topic, origin: origins[origin],
            explanation: Explanation(prior: prior, evidence: evidence, context: context, threshold: threshold))
    }

    private static func evidence(
        from reader: inout BinaryReader, text: UnsafeRawBufferPointer
    ) throws(BinaryReader.Damage) -> Explanation.Evidence {
        let start = try reader.number()
        let end = try reader.number()
        let written = try reader.optionalText()
        guard let words = written ?? words(start, end, in: text) else { throw BinaryReader.Damage() }
        return Explanation.Evidence(start: start, end: end, text: words, contribution: try reader.double())
    }
}
