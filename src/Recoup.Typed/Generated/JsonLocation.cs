using System.Globalization;
using System.Text;

namespace Recoup.Typed.Generated;

/// <summary>
/// The location of an element: its name or index, and the location of its parent. The JSON pointer is written only on request.
/// </summary>
internal sealed class JsonLocation
{
    private readonly JsonLocation? _parent;
    private readonly string? _name;
    private readonly int _index;

    public JsonLocation(JsonLocation? parent, string name) => (_parent, _name) = (parent, name);

    public JsonLocation(JsonLocation? parent, int index) => (_parent, _index) = (parent, index);

    /// <summary>The name of a member of the root; null for any other location.</summary>
    public string? RootMember => _parent is null ? _name : null;

    /// <summary>The JSON pointer (RFC 6901) of a location; null is the root.</summary>
    public static string Pointer(JsonLocation? location)
    {
        var pointer = new StringBuilder();
        for (; location is not null; location = location._parent)
            pointer.Insert(0, "/" + (location._name is { } name ? Escaped(name) : location._index.ToString(CultureInfo.InvariantCulture)));
        return pointer.ToString();
    }

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
