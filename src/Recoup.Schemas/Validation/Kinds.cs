using System.Text.Json;

namespace Recoup.Schemas.Validation;

/// <summary>
/// Sets of JSON kinds as bits, bit n for <see cref="JsonValueKind"/> n. A property name under <c>propertyNames</c> has no element: it is
/// represented by the undefined element, kind 0, and is a string in every respect.
/// </summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Name = 1 << JsonValueKind.Undefined,
    Object = 1 << JsonValueKind.Object,
    Array = 1 << JsonValueKind.Array,
    String = (1 << JsonValueKind.String) | Name,
    Number = 1 << JsonValueKind.Number,
    Boolean = (1 << JsonValueKind.True) | (1 << JsonValueKind.False),
    Null = 1 << JsonValueKind.Null,
    All = Object | Array | String | Number | Boolean | Null,

    /// <summary>Beside the kinds: numbers that are integers.</summary>
    Integer = 1 << 8,
}
