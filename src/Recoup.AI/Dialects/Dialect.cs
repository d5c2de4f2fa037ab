namespace Recoup.AI;

/// <summary>The JSON Schema that a model provider accepts for the parameters of a tool.</summary>
public enum Dialect
{
    /// <summary>The schema of the action, unchanged.</summary>
    None,

    /// <summary>OpenAI's function calling without <c>strict</c>.</summary>
    OpenAI,

    /// <summary>OpenAI's function calling with <c>strict</c>: the model can only write arguments that match the schema.</summary>
    OpenAIStrict,

    /// <summary>Anthropic's tool use.</summary>
    Anthropic,

    /// <summary>Gemini's function calling.</summary>
    Gemini,

    /// <summary>The Model Context Protocol.</summary>
    Mcp,
}
