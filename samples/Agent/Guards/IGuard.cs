using Microsoft.Extensions.AI;

namespace Agent.Guards;

/// <summary>Stands between the model and the actions.</summary>
internal interface IGuard
{
    /// <summary>Returns what the model gets in place of a result, or null if the action may be executed.</summary>
    string? Refuse(string slug, FunctionInvocationContext call) => null;

    /// <summary>Sees the result of an action before the model does.</summary>
    void Observe(string slug, ToolResult result, FunctionInvocationContext call)
    {
    }
}
