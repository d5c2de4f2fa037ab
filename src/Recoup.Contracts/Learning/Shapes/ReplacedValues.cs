using System.Globalization;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Learning.Shapes;

/// <summary>The values of one recording that the recorder replaced, as a tree of the pointers that lead to them.</summary>
internal sealed class ReplacedValues
{
    private readonly Dictionary<string, ReplacedValues> _below = new(StringComparer.Ordinal);

    /// <summary>Whether the value itself, and so all in it, was replaced.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Reads pointers. Returns null if there are none.</summary>
    public static ReplacedValues? Of(IEnumerable<string> pointers)
    {
        ReplacedValues? root = null;
        foreach (var pointer in pointers)
        {
            var at = root ??= new ReplacedValues();
            foreach (var step in JsonPointer.Parse(pointer) ?? [])
                at = at._below.TryGetValue(step, out var known) ? known : at._below[step] = new ReplacedValues();
            at.IsReplaced = true;
        }

        return root;
    }

    public ReplacedValues? Below(string step) => IsReplaced ? this : _below.GetValueOrDefault(step);

    public ReplacedValues? Below(int index) => Below(index.ToString(CultureInfo.InvariantCulture));
}
