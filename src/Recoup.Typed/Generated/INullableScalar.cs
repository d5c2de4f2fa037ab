namespace Recoup.Typed.Generated;

/// <summary>A union of scalars whose type is not known at compile time.</summary>
internal interface INullableScalar
{
    /// <summary>Whether the union holds null.</summary>
    bool IsNull { get; }

    /// <summary>The value that the union holds.</summary>
    ScalarValue Value { get; }
}
