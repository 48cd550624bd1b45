/// How often each word stands in a text, or what it weighs there; ordered by the words' numbers, each once.
struct TermVector: Hashable, Sendable {
    private(set) var numbers: [UInt32] = []
    private(set) var weights: [Float] = []

    init() {}

    /// Linear in their number, and their sorting.
    init(_ values: [UInt32: Float]) {
        let sorted = values.sorted { $0.key < $1.key }
        numbers = sorted.map(\.key)
        weights = sorted.map(\.value)
    }

    var isEmpty: Bool { numbers.isEmpty }

    /// With each weight as `change` has it, and of length 1 all together.
    func scaled(_ change: (UInt32, Float) -> Float) -> TermVector {
        var scaled = self
        var length: Float = 0
        for index in numbers.indices {
            let weight = change(numbers[index], weights[index])
            scaled.weights[index] = weight
            length += weight * weight
        }
        guard length > 0 else { return scaled }
        let factor = 1 / length.squareRoot()
        for index in scaled.weights.indices { scaled.weights[index] *= factor }
        return scaled
    }

    /// The cosine of two vectors of length 1: 0 where they share no word, 1 where they are equal.
    func cosine(_ other: TermVector) -> Float {
        var (left, right, sum) = (0, 0, Float(0))
        while left < numbers.count, right < other.numbers.count {
            if numbers[left] == other.numbers[right] {
                sum += weights[left] * other.weights[right]
                left += 1
                right += 1
            } else if numbers[left] < other.numbers[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return sum
    }

    /// The numbers of the heaviest, the heaviest first.
    func heaviest(_ count: Int) -> [UInt32] {
        let order = numbers.indices.sorted { (-weights[$0], numbers[$0]) < (-weights[$1], numbers[$1]) }
        return order.prefix(count).map { numbers[$0] }
    }
}
