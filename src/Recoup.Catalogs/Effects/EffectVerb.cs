namespace Recoup.Catalogs.Effects;

/// <summary>What a verb says about an action.</summary>
/// <param name="Effect">The effect; <see cref="ActionEffect.Unknown"/> if the verb runs something that may have any effect.</param>
/// <param name="IsAlsoNoun">Whether the word names a thing unless it leads: <c>COMMENT_ON_ISSUE</c>, but <c>GET_COMMENT</c>.</param>
internal sealed record EffectVerb(ActionEffect Effect, bool IsAlsoNoun);
