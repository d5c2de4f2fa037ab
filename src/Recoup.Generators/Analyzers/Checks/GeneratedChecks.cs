using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Recoup.Generators.Analyzers.Checks;

/// <summary>
/// The checks of the generated members of one compilation, each read once, when code uses it. A member of a referenced assembly has no
/// source, so nothing is known about its checks.
/// </summary>
internal sealed class GeneratedChecks
{
    private static readonly IReadOnlyDictionary<string, PlaceChecks> None = new Dictionary<string, PlaceChecks>();

    private readonly ConcurrentDictionary<ISymbol, IReadOnlyDictionary<string, PlaceChecks>> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Returns what a generated method checks of a parameter, or null if nothing.</summary>
    public PlaceChecks? Of(IMethodSymbol method, string parameter, CancellationToken cancellation) =>
        Read(method, cancellation).TryGetValue(parameter, out var checks) ? checks : null;

    /// <summary>Returns what a generated class checks of a member, or null if nothing.</summary>
    public PlaceChecks? Of(INamedTypeSymbol @class, string member, CancellationToken cancellation) =>
        Read(@class, cancellation).TryGetValue(member, out var checks) ? checks : null;

    private IReadOnlyDictionary<string, PlaceChecks> Read(ISymbol symbol, CancellationToken cancellation)
    {
        if (_known.TryGetValue(symbol, out var known))
            return known;
        var references = symbol.DeclaringSyntaxReferences;
        return _known.GetOrAdd(symbol, references.Length == 1 ? CheckReader.Read(references[0].GetSyntax(cancellation)) : None);
    }
}
