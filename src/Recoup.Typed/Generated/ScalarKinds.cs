namespace Recoup.Typed.Generated;

/// <summary>The kinds of JSON that a union of scalars accepts besides null.</summary>
[Flags]
internal enum ScalarKinds
{
    None = 0,
    Text = 1,
    Integer = 2,

    /// <summary>Any number; it includes integers.</summary>
    Number = 4,
    Boolean = 8,
}
