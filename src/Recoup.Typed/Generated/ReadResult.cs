using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>Reads an element of a result, or says that it is of another form. Never throws.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
/// <param name="json">The element.</param>
/// <param name="value">What was read.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool ReadResult<T>(JsonElement json, [MaybeNullWhen(false)] out T value);
