using Microsoft.Extensions.AI;
using Recoup.Actions;
using Recoup.AI;
using Recoup.Typed;

namespace Agent;

/// <summary>
/// Posts a release on LinkedIn and records the post in the sheet. The model decides what to do next. The policy decides what it may do,
/// and the results of the tools decide what is reported: a model may call a tool twice, invent a parameter, or claim a success.
/// </summary>
/// <param name="recoup">Executes the actions.</param>
/// <param name="model">The model. The agent does not dispose it.</param>
/// <param name="policy">What the model may do.</param>
internal sealed class ReleaseAgent(RecoupClient recoup, IChatClient model, AgentPolicy policy)
{
    private const string Instructions = """
        You post releases on LinkedIn. The tab "Releases" of the sheet has a row for each release: title, link, author and, once it is
        posted, the address of the post. Read the row. Unless it has an address already, post the title with the link as the author of the
        row. Then write https://www.linkedin.com/feed/update/ followed by the id of the post to column D. If a tool reports an error,
        follow its advice.
        """;

    /// <summary>Works on a task until the model has nothing left to do, or a person has to act.</summary>
    /// <exception cref="RecoupException">The credential is invalid, or the account is refused.</exception>
    public async Task<Outcome> RunAsync(string task, CancellationToken cancellationToken = default)
    {
        var run = new GuardedRun(policy.Guards());
        var loop = model.AsBuilder().UseFunctionInvocation(configure: client => client.FunctionInvoker = run.InvokeAsync).Build();
        var tools = recoup.AsTools(policy.Tools, GoogleSheets.GetValues, GoogleSheets.BatchUpdate, LinkedIn.CreateLinkedInPost)
            .ToDictionary(tool => tool.Name);
        var options = new ChatOptions { Instructions = Instructions, Tools = [.. tools.Values] };
        List<ChatMessage> messages = [new(ChatRole.User, task)];
        while (true)
        {
            var response = await loop.GetResponseAsync(messages, options, cancellationToken);
            messages.AddMessages(response);
            var requests = response.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().ToList();
            if (requests.Count == 0)
                return run.Outcome;
            messages.Add(new ChatMessage(ChatRole.User, [.. requests.Select(request => Decide(request, tools))]));
        }
    }

    // If one call of a turn needs approval, the loop asks for all of them.
    private ToolApprovalResponseContent Decide(ToolApprovalRequestContent request, Dictionary<string, AIFunction> tools)
    {
        var call = (FunctionCallContent)request.ToolCall;
        var isApproved = tools[call.Name] is not ApprovalRequiredAIFunction || policy.Approve(call);
        return request.CreateResponse(isApproved, isApproved ? null : "The user refused it. Do not try again.");
    }
}
