import ArgumentParser
import Library

/// What is decided.
struct VerdictArguments: ParsableArguments {
    @Flag(name: .long, help: "The passage is about the topic.")
    var accept = false

    @Flag(name: .long, help: "It is not.")
    var reject = false

    @Flag(name: .long, help: "Take the decision back.")
    var clear = false

    /// Nothing takes a decision back.
    var verdict: Verdict? { accept ? .accepted : reject ? .rejected : nil }

    func validate() throws {
        if [accept, reject, clear].count(where: { $0 }) != 1 { throw ValidationError("give one of --accept, --reject and --clear") }
    }
}
