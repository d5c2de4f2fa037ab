using Microsoft.Extensions.AI;

namespace Recoup.AI;

/// <summary>Which actions become tools, and how the tools look and behave.</summary>
public sealed record RecoupToolOptions
{
    /// <summary>
    /// The slugs of the connectors whose actions become tools, for example <c>googlesheets</c>. A <c>*</c> stands for any characters; case
    /// does not matter. Default: empty, which selects all.
    /// </summary>
    public IReadOnlyList<string> Connectors { get; init; } = [];

    /// <summary>
    /// The slugs of the actions that become tools, for example <c>GITHUB_LIST_*</c>. A <c>*</c> stands for any characters; case does not
    /// matter. Default: empty, which selects all.
    /// </summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>
    /// Whether only actions that are known to read become tools. An action of unknown effect is left out, too. Default: false.
    /// </summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// Which tools need approval: each is an <see cref="ApprovalRequiredAIFunction"/>, for which the function-invocation loop asks instead
    /// of calling it. Default: <see cref="ToolApproval.Writes"/>.
    /// </summary>
    public ToolApproval Approval { get; init; }

    /// <summary>The provider whose rules the schemas follow. Default: <see cref="Dialect.None"/>.</summary>
    public Dialect Dialect { get; init; }

    /// <summary>
    /// The account for which the actions are executed. Default: null, which is the account of the client's options, else the caller's own.
    /// </summary>
    public Guid? Account { get; init; }

    /// <summary>
    /// Returns the account of one call, for example from <see cref="AIFunctionArguments.Services"/>. If it returns null,
    /// <see cref="Account"/> applies. Default: null. The model never chooses the account.
    /// </summary>
    public Func<AIFunctionArguments, Guid?>? AccountOfCall { get; init; }

    /// <summary>
    /// The largest result that a model gets, in bytes of UTF-8. A larger one is cut, and says so. Default: 32,768, about 8,000 tokens.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1,024.</exception>
    public int MaxResultBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1_024);
            field = value;
        }
    } = 32_768;
}
