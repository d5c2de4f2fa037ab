namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The kinds of JSON values. A number is either an integer or has a fraction.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    Integer = 16,
    Fraction = 32,
    String = 64,
    Number = Integer | Fraction,
    All = 127,
}
