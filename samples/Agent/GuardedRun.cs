using Agent.Guards;
using Microsoft.Extensions.AI;
using Recoup.AI;

namespace Agent;

/// <summary>Passes each tool call of a run through the guards, and keeps what the results say.</summary>
internal sealed class GuardedRun(IReadOnlyList<IGuard> guards)
{
    /// <summary>What was done so far.</summary>
    public Outcome Outcome { get; private set; } = Outcome.NothingPosted;

    public async ValueTask<object?> InvokeAsync(FunctionInvocationContext call, CancellationToken cancellationToken)
    {
        var slug = call.Function.GetService<ActionTool>()!.Slug;
        if (guards.Select(guard => guard.Refuse(slug, call)).FirstOrDefault(reason => reason is not null) is { } refusal)
            return refusal;

        var json = await call.Function.InvokeAsync(call.Arguments, cancellationToken);
        var result = ToolResult.Read(json);
        foreach (var guard in guards)
            guard.Observe(slug, result, call);
        Outcome = Outcome.After(slug, result);
        return json;
    }
}
