/// Numerical Recipes' linear congruence; only its upper bits are used.
struct RandomNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// From 0 to below `count`; 0 where that is below 1.
    mutating func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, count)
    }
}
