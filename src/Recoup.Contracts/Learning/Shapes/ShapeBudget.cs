namespace Recoup.Contracts.Learning.Shapes;

/// <summary>The members that the shape of one action may still get, and the limits that it has reached.</summary>
internal sealed class ShapeBudget
{
    private int _left = ShapeLimits.MembersOfAction;

    /// <summary>Whether a value was nested deeper than <see cref="ShapeLimits.Depth"/>.</summary>
    public bool IsTooDeep { get; set; }

    /// <summary>Whether there were more than <see cref="ShapeLimits.MembersOfAction"/> members.</summary>
    public bool IsExceeded => _left < 0;

    /// <summary>Counts a member. Returns false if there are too many.</summary>
    public bool TrySpend() => --_left >= 0;
}
