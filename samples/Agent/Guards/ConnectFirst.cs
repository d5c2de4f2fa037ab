using Microsoft.Extensions.AI;

namespace Agent.Guards;

/// <summary>Ends the run if an account is not connected. Otherwise, a model may go on and record a post that does not exist.</summary>
internal sealed class ConnectFirst : IGuard
{
    public void Observe(string slug, ToolResult result, FunctionInvocationContext call) =>
        call.Terminate |= result.Error == ToolResult.NotConnected;
}
