using System.Globalization;
using System.Text;

namespace Recoup.Typed.Transport;

/// <summary>Where an element stands in the body: a link to where its parent stands. The pointer is written only when it is asked for.</summary>
internal sealed class ResponseLocation
{
    private readonly ResponseLocation? _parent;
    private readonly string? _name;
    private readonly int _index;

    public ResponseLocation(ResponseLocation? parent, string name) => (_parent, _name) = (parent, name);

    public ResponseLocation(ResponseLocation? parent, int index) => (_parent, _index) = (parent, index);

    /// <summary>The JSON pointer (RFC 6901) of a member here, or of the element itself.</summary>
    public static string Pointer(ResponseLocation? location, string? member = null)
    {
        var pointer = new StringBuilder();
        for (; location is not null; location = location._parent)
            pointer.Insert(0, "/" + (location._name is { } name ? Escaped(name) : location._index.ToString(CultureInfo.InvariantCulture)));
        return (member is null ? pointer : pointer.Append('/').Append(Escaped(member))).ToString();
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
