using System.Text;

namespace Recoup.Recordings;

/// <summary>
/// The place in a line that is being written, and the places where something was replaced. If there are too many of them, each member of
/// the line that has one is listed as a whole, because hostile names could make the list longer than the line.
/// </summary>
internal sealed class ReplacedPointers
{
    private const int MaxPointers = 20_000;
    private const int MaxCharacters = 1024 * 1024;

    private readonly StringBuilder _place = new();
    private readonly HashSet<string> _pointers = [];
    private readonly HashSet<string> _members = [];
    private int _characters;

    /// <summary>The places, each once.</summary>
    public IEnumerable<string> All => IsFull ? _members.Order(StringComparer.Ordinal) : _pointers;

    private bool IsFull => _pointers.Count >= MaxPointers || _characters >= MaxCharacters;

    /// <summary>Enters a member.</summary>
    /// <returns>The length of the place before, to leave the member.</returns>
    public int Enter(string name)
    {
        var length = _place.Length;
        _place.Append('/');
        foreach (var character in name)
            _ = character switch { '~' => _place.Append("~0"), '/' => _place.Append("~1"), _ => _place.Append(character) };
        return length;
    }

    /// <summary>Enters an item of an array.</summary>
    public int Enter(int index)
    {
        var length = _place.Length;
        _place.Append('/').Append(index);
        return length;
    }

    public void Leave(int length) => _place.Length = length;

    /// <summary>Notes that something was replaced here.</summary>
    public void Add()
    {
        if (!IsFull && _pointers.Add(_place.ToString()))
            _characters += _place.Length;
        var end = 1;
        while (end < _place.Length && _place[end] != '/')
            end++;
        _members.Add(_place.ToString(0, end));
    }
}
