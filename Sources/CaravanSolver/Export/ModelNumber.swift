import CaravanCore

/// A number as MPS, LP and MathProg read it: as short as possible, and the same number when read back.
func modelNumber(_ value: Double) -> String {
    if value.rounded() == value, value.magnitude < 1e15 { return String(Int(saturating: value)) }
    return "\(value)"
}
