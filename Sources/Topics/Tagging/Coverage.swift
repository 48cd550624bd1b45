/// Which matches stand inside longer ones: «cybercrime» in «Budapest Convention on Cybercrime» says nothing of its own.
struct Coverage {
    /// For each topic, the places of those above it.
    let ancestors: [Set<Int>]
    /// For each topic, the places of those related to it.
    let related: [Set<Int>]
    let weights: Weights

    /// What is left of each finding after its place is taken into account: those inside a longer one of the same topic
    /// are left out; inside one of another topic they keep nothing, or a little where that topic is further down the
    /// same branch.
    func weighed(_ findings: [Finding], asides: [Range<Int>], in text: Bytes.Text) -> [WeighedFinding] {
        let contrast = Contrast(text: text)
        let ordered = findings.sorted { Self.isBefore($0, $1) }
        var open: [Finding] = []
        var weighed: [WeighedFinding] = []
        for finding in ordered {
            open.removeAll { $0.range.upperBound <= finding.range.lowerBound }
            let around = open.filter { $0.covers(finding) }
            open.append(finding)
            if around.contains(where: { $0.topic == finding.topic }) { continue }
            let isRepeated = weighed.last.map { $0.finding.topic == finding.topic && $0.finding.range == finding.range } ?? false
            if isRepeated { continue }
            let isAside = asides.contains { $0.lowerBound <= finding.range.lowerBound && $0.upperBound >= finding.range.upperBound }
            let cue = contrast.cue(before: finding.range.lowerBound)
            let share = share(of: finding, inside: around) * (isAside ? weights.asideShare : 1) * left(by: cue?.strength ?? .none)
            weighed.append(
                WeighedFinding(finding: finding, value: finding.value * share, isAside: isAside, contrast: cue))
        }
        return weighed
    }

    private func left(by contrast: Contrast.Strength) -> Double {
        switch contrast {
        case .none: 1
        case .partial: weights.partialContrastShare
        case .full: weights.contrastShare
        }
    }

    private func share(of finding: Finding, inside around: [Finding]) -> Double {
        guard !around.isEmpty else { return 1 }
        let isNarrower = around.contains { ancestors[$0.topic].contains(finding.topic) }
        return isNarrower ? weights.coveredByNarrowerShare : 0
    }

    /// By start, the longest first, then by topic, the strongest first.
    private static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
        if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
        if left.range.upperBound != right.range.upperBound { return left.range.upperBound > right.range.upperBound }
        if left.topic != right.topic { return left.topic < right.topic }
        if left.value != right.value { return left.value > right.value }
        return left.pattern < right.pattern
    }
}

/// A finding with what its place leaves of its value.
struct WeighedFinding {
    var finding: Finding
    var value: Double
    var isAside: Bool
    /// The words before it that say that the text is not about it.
    var contrast: Contrast.Cue?

    /// Whether it speaks of the topic by itself.
    var isTelling: Bool { value > 0 && !finding.isCommon && !isAside && contrast == nil }
}
