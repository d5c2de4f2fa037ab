namespace Recoup.Contracts;

/// <summary>What is known about the values that two schemas accept.</summary>
/// <param name="Edits">The changes that lead from the earlier schema to the later one. Empty if both mean the same.</param>
public sealed record SchemaDiffResult(IReadOnlyList<SchemaEdit> Edits)
{
    /// <summary>The worst verdict of the edits; <see cref="Verdict.Compatible"/> if there are none.</summary>
    public Verdict Verdict => Edits.Count == 0 ? Verdict.Compatible : Edits.Max(edit => edit.Verdict);

    /// <summary>
    /// Whether it is proved that the later schema accepts every value that the earlier one accepts. Annotations may differ. If this is
    /// false, the verdict is <see cref="Verdict.Breaking"/> (the contrary is proved) or <see cref="Verdict.Unproven"/>.
    /// </summary>
    public bool IsProved => Verdict < Verdict.Unproven;

    /// <summary>
    /// The smallest witness of the edits: a value that the earlier schema accepts and the later one rejects. Null if the verdict is not
    /// <see cref="Verdict.Breaking"/>, or if such a value is too large to write.
    /// </summary>
    public Witness? Witness => Edits.Select(edit => edit.Witness).OfType<Witness>().MinBy(witness => witness.Json.Length);

    /// <summary>
    /// Why there is neither a proof nor a witness, or why no witness can be written. Null if <see cref="IsProved"/> is true or there is a
    /// <see cref="Witness"/>.
    /// </summary>
    public string? Reason => IsProved || Witness is not null ? null : Edits.First(edit => edit.Verdict == Verdict).Reason;
}
