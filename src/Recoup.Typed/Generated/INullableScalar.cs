namespace Recoup.Typed.Generated;

/// <summary>A value that may hold null.</summary>
internal interface INullableScalar
{
    bool IsNull { get; }
}
