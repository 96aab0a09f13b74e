namespace Isthmus.Agent.Business;

/// <summary>The session to Sage broke in the middle of a verb; whether the verb was carried out is unknown.</summary>
internal sealed class BrokenSessionException(string message, Exception? cause = null) : Exception(message, cause);
