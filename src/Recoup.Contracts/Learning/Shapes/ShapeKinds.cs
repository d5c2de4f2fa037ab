namespace Recoup.Contracts.Learning.Shapes;

/// <summary>The kinds of values that a <see cref="Shape"/> has seen.</summary>
[Flags]
internal enum ShapeKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,

    /// <summary>A number without a fraction that a <see cref="long"/> holds. <c>1.0</c> is one (JSON Schema core, 4.2.3).</summary>
    Integer = 4,

    /// <summary>Any other number.</summary>
    Fraction = 8,
    Text = 16,
    Array = 32,
    Object = 64,

    /// <summary>The values are too deep or too varied to describe.</summary>
    Anything = 128,

    Number = Integer | Fraction,
}
