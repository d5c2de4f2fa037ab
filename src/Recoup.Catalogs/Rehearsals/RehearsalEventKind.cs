namespace Recoup.Catalogs.Rehearsals;

/// <summary>What the tests of a rehearsal did. The names are the words of the log.</summary>
internal enum RehearsalEventKind
{
    /// <summary>The rehearsed catalog was loaded, and replaced. The subject is the path of the file.</summary>
    Replaced,

    /// <summary>Another catalog was loaded, and not replaced. The subject is the path of the file.</summary>
    Kept,

    /// <summary>The emulator refused a call, or its parameters violate the schema. The subject is a slug.</summary>
    Refused,

    /// <summary>The emulator responded with a result that no test scripted. The subject is a slug.</summary>
    Sampled,
}
