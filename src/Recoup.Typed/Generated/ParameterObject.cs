using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>
/// An object for a parameter of an action. Generated classes derive from it. Two objects are equal if they have the same type and a call
/// writes the same bytes for both.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ParameterObject
{
    /// <summary>Initializes an object. Generated classes have properties to set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ParameterObject()
    {
    }

    /// <summary>Whether the other object has the same type and a call writes the same bytes for both.</summary>
    /// <param name="obj">The other object.</param>
    /// <exception cref="ArgumentException">One of the objects breaks a rule of its schema, so that no call can contain it.</exception>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj)
        || (obj is ParameterObject other && other.GetType() == GetType() && Written(this).AsSpan().SequenceEqual(Written(other)));

    /// <inheritdoc/>
    public sealed override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Written(this));
        return hash.ToHashCode();
    }

    /// <summary>Returns the JSON that a call writes, or the message of the rule that the object breaks.</summary>
    public sealed override string ToString()
    {
        try
        {
            return Encoding.UTF8.GetString(Written(this));
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    private static byte[] Written(ParameterObject value) => CallWriter.ToBytes((IParameterValue)value, value.GetType().Name);
}
