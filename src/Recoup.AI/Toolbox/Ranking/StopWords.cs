using System.Collections.Frozen;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>Words of English that say nothing about what an action does, and those that catalogs put into every description.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Set = (
        "a an the this that these those there here it its as such "
        + "of for to in into at by with without from about across through via per and or not but if then than so "
        + "is are be been being was were am do does did done has have had will would can could should may might must "
        + "i we you he she they us him her them your their his our "
        + "what how when where why whether yet already again now ago lately please want wants wanted need needs "
        + "just also too very any some each every both same other another s t d ll ve "
        + "tool use used using uses given specific specified existing")
        .Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = Set.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is ignored.</summary>
    /// <param name="word">A word in lower case.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
