namespace Recoup.Emulator.Core.Replays;

/// <summary>The places in the parameters of a recorded call where something was replaced.</summary>
internal sealed class ReplacedPlaces
{
    private const string Parameters = "/parameters";

    private readonly HashSet<string> _pointers;

    /// <param name="pointers">The pointers into the line of the recording.</param>
    public ReplacedPlaces(IEnumerable<string> pointers) => _pointers =
    [
        .. pointers
            .Where(pointer => pointer == Parameters || pointer.StartsWith(Parameters + "/", StringComparison.Ordinal))
            .Select(pointer => pointer[Parameters.Length..]),
    ];

    public bool Any => _pointers.Count > 0;

    /// <summary>Whether a place is listed itself, so that its name may be replaced.</summary>
    public bool Has(string pointer) => _pointers.Contains(pointer);

    /// <summary>Whether a place, or one above it, is listed.</summary>
    public bool Covers(string pointer)
    {
        for (; ; pointer = pointer[..pointer.LastIndexOf('/')])
        {
            if (Has(pointer))
                return true;
            if (pointer.Length == 0)
                return false;
        }
    }
}
