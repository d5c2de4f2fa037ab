using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Input;

namespace Recoup.Generators.Diagnostics;

/// <summary>Finds the line and column of a problem from its file or action, and its pointer.</summary>
internal sealed class ProblemLocator(ImmutableArray<CatalogFile> catalogs, ImmutableArray<NamesFile> names)
{
    private readonly Lazy<Dictionary<string, (string Path, CatalogAction Action)>> _actions = new(() => Index(catalogs));

    public Diagnostic ToDiagnostic(Problem problem)
    {
        var (path, range) = Locate(problem);
        var location = path is null ? Location.None : Location.Create(path, SpanOf(range), new LinePositionSpan(PositionOf(range.Start), PositionOf(range.End)));
        return Diagnostic.Create(DiagnosticDescriptors.For(problem.Descriptor), location, [.. problem.Arguments]);
    }

    private (string? Path, TextRange Range) Locate(Problem problem)
    {
        if (problem.Range is { } known)
            return (problem.Path, known);

        // A problem with a file is about the action in that file, even if another file has an action with the same slug.
        if (problem.Slug is { } slug && Find(slug, problem.Path) is { } found)
        {
            var element = found.Action.Source.TryResolve(problem.Pointer, out var exact) ? exact : found.Action.Source["slug"];
            return (found.Path, element.Range);
        }

        var document = names.FirstOrDefault(file => file.Overrides.Path == problem.Path)?.Document;
        if (document?.Root.TryResolve(problem.Pointer, out var named) == true)
            return (problem.Path, named.Range);

        var start = new TextPosition(1, 1, 0);
        return (problem.Path, new TextRange(start, start));
    }

    private (string Path, CatalogAction Action)? Find(string slug, string? path)
    {
        if (path is null)
            return _actions.Value.TryGetValue(slug, out var found) ? found : null;
        var action = catalogs.Where(catalog => catalog.Selection.Path == path)
            .SelectMany(catalog => catalog.Selection.Actions)
            .FirstOrDefault(action => action.Slug == slug);
        return action is null ? null : (path, action);
    }

    private static Dictionary<string, (string Path, CatalogAction Action)> Index(ImmutableArray<CatalogFile> catalogs)
    {
        var actions = new Dictionary<string, (string Path, CatalogAction Action)>(StringComparer.Ordinal);
        foreach (var catalog in catalogs)
        {
            foreach (var action in catalog.Selection.Actions)
            {
                if (!actions.ContainsKey(action.Slug))
                    actions.Add(action.Slug, (catalog.Selection.Path, action));
            }
        }

        return actions;
    }

    private static TextSpan SpanOf(TextRange range) => TextSpan.FromBounds(range.Start.CharOffset, range.End.CharOffset);

    private static LinePosition PositionOf(TextPosition position) => new(position.Line - 1, position.Column - 1);
}
