namespace Recoup.AI.Dialects;

/// <summary>
/// Something in a schema that a dialect cannot say, so that a model may send what the action refuses. It says no more than that: whether
/// there is such a value, the comparison of both schemas proves.
/// </summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Pointer">Its JSON pointer in the schema of the parameters.</param>
/// <param name="Reason">What became of it.</param>
internal sealed record ProjectionLoss(string Keyword, string Pointer, string Reason)
{
    /// <summary>What a model has to know instead, as a sentence; null if there are no words for it.</summary>
    public string? Advice { get; init; }
}
