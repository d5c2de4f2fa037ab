using System.Text.Json;

namespace Recoup.Typed.Tests.Samples;

/// <summary>What a program stores: its own type with values of generated types in it.</summary>
public sealed class Job
{
    public Detail Detail { get; set; }

    public Detail? Other { get; set; }

    public Target? Target { get; set; }

    public StringOrInteger Cell { get; set; }

    public Person? Person { get; set; }

    public Folder? Folder { get; set; }

    public StagedFile? File { get; set; }

    public ActionCall<JsonElement>? Call { get; set; }

    public ActionCall<Folder>? Viewed { get; set; }

    public IReadOnlyDictionary<Detail, int>? Counts { get; set; }
}
