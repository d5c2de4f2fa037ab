namespace Recoup.AI.Testing;

/// <summary>A conversation did not follow its script. The message shows the conversation.</summary>
public sealed class ScriptedChatException : Exception
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public ScriptedChatException()
    {
    }

    /// <summary>Creates an exception.</summary>
    public ScriptedChatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    public ScriptedChatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
