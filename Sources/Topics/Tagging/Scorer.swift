import Articles

/// Adds up what speaks for a topic in a passage.
struct Scorer {
    /// The most matches that an explanation lists; further ones would add next to nothing.
    static let longestEvidence = 24

    let weights: Weights
    let acronyms: [Acronym]
    /// What decisions have shown of labels.
    var reliability = LabelReliability()
    var specificity = LibrarySpecificity.none

    /// A finding's share in the score.
    private struct Share {
        var finding: WeighedFinding
        var contribution: Double
    }

    /// The explanation of one topic in one passage; nothing where no words speak for it. `offset` is the passage's
    /// place in the article's canonical text.
    func explanation(
        _ findings: ArraySlice<WeighedFinding>, text: UnsafeBufferPointer<UInt8>, offset: Int, context: [ContextFactor]
    ) -> Explanation? {
        let shares = shares(findings, text)
        let telling = shares.filter { $0.contribution > 0 }
        guard let first = telling.first?.finding.finding else { return nil }
        let evidence = shares.prefix(Self.longestEvidence)
            .sorted { $0.finding.finding.range.lowerBound < $1.finding.finding.range.lowerBound }
            .map { share in
                let range = share.finding.finding.range
                return Explanation.Evidence(
                    start: offset + range.lowerBound, end: offset + range.upperBound,
                    text: String(decoding: text[range], as: UTF8.self), contribution: share.contribution)
            }
        var explanation = Explanation(
            prior: weights.prior, evidence: evidence, context: context.map { $0.factor(weights) }, threshold: weights.threshold)
        if let factor = specificity.factor(first.topic, words: text[first.range]) { explanation.context.append(factor) }
        let isOneWord = telling.allSatisfy { $0.finding.finding.isCommon && $0.finding.finding.pattern == first.pattern }
        if let cue = telling.first?.finding.contrast, telling.allSatisfy({ $0.finding.contrast != nil }) {
            explanation.context.append(Explanation.Factor(.contrast(cue.words), contribution: weights.contrast))
        }
        if isOneWord, first.isUndecided, let acronym = first.acronym {
            explanation.context.append(undecided(acronyms[acronym], explanation.score))
        } else if isOneWord {
            explanation.context.append(ContextFactor.commonWordAlone.factor(weights))
        }
        return explanation
    }

    /// Names what an acronym may stand for, and keeps it from being more than possible.
    private func undecided(_ acronym: Acronym, _ score: Double) -> Explanation.Factor {
        let senses = [acronym.expansion] + acronym.rivals
        return Explanation.Factor(.undecidedAcronym(senses: senses), contribution: min(0, weights.undecidedMost - score))
    }

    /// The strongest first. Each further label counts less, and each repetition of one much less.
    private func shares(_ findings: ArraySlice<WeighedFinding>, _ text: Bytes.Text) -> [Share] {
        let findings = reliability.isEmpty ? findings : findings.map { reliability.applied(to: $0, text) }[...]
        let ordered = findings.sorted { left, right in
            left.value != right.value ? left.value > right.value : left.finding.range.lowerBound < right.finding.range.lowerBound
        }
        var ranks: [Int: Int] = [:]
        var occurrences: [Int: Int] = [:]
        return ordered.map { finding in
            guard finding.value > 0 else { return Share(finding: finding, contribution: 0) }
            let pattern = finding.finding.pattern
            let rank = ranks[pattern] ?? ranks.count
            ranks[pattern] = rank
            let occurrence = occurrences[pattern, default: 0]
            occurrences[pattern] = occurrence + 1
            let label = weights.furtherLabels[min(rank, weights.furtherLabels.count - 1)]
            let repetition = occurrence < weights.repetitions.count ? weights.repetitions[occurrence] : 0
            return Share(finding: finding, contribution: finding.value * label * repetition)
        }
    }
}
