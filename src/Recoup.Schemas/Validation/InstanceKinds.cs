using System.Text.Json;

namespace Recoup.Schemas.Validation;

/// <summary>
/// A set of JSON kinds: bit n is the <see cref="JsonValueKind"/> with the value n. A property name under <c>propertyNames</c> has no
/// element. It is represented by the undefined element, kind 0, and treated as a string.
/// </summary>
[Flags]
internal enum InstanceKinds
{
    None = 0,
    Name = 1 << JsonValueKind.Undefined,
    Object = 1 << JsonValueKind.Object,
    Array = 1 << JsonValueKind.Array,
    Text = 1 << JsonValueKind.String,
    Number = 1 << JsonValueKind.Number,
    True = 1 << JsonValueKind.True,
    False = 1 << JsonValueKind.False,
    Null = 1 << JsonValueKind.Null,
    String = Text | Name,
    Boolean = True | False,
    All = Object | Array | String | Number | Boolean | Null,

    /// <summary>Numbers that are integers. This bit is not a <see cref="JsonValueKind"/>.</summary>
    Integer = 1 << 8,
}
