using System.Collections.Concurrent;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>The compiled actions of catalogs. Tests that run them share one program for each catalog.</summary>
internal static class CatalogPrograms
{
    private static readonly ConcurrentDictionary<(string File, bool Checks), Lazy<Program>> Loaded = new();

    /// <param name="file">The path of the catalog.</param>
    /// <param name="checks">Whether methods check their arguments. Without checks, samples may break a pattern.</param>
    public static Program Of(string file, bool checks) => Loaded.GetOrAdd((file, checks), _ => new(() =>
        Program.Load(Generation.Run(File.ReadAllText(file), options: new GenerationOptions { Checks = checks })))).Value;
}
