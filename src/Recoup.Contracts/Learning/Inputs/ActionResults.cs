using Recoup.Contracts.Learning.Shapes;

namespace Recoup.Contracts.Learning.Inputs;

/// <summary>What was recorded of the results of one action.</summary>
/// <param name="slug">The slug of the action.</param>
internal sealed class ActionResults(string slug)
{
    public string Slug => slug;

    /// <summary>The shape of the payloads.</summary>
    public Shape Shape { get; } = new();

    /// <summary>The limits of the shape.</summary>
    public ShapeBudget Budget { get; } = new();

    /// <summary>The number of responses that were errors. They are left out.</summary>
    public long Failed { get; set; }

    /// <summary>The number of results that reported a failure. They are left out.</summary>
    public long Unsuccessful { get; set; }

    /// <summary>The number of payloads.</summary>
    public long Payloads => Shape.Count;
}
