using Isthmus.Sandbox.ZohoCrm.Metadata;

namespace Isthmus.Sandbox.ZohoCrm.Records;

/// <summary>What happened to a record, for the channels that watch its module.</summary>
internal sealed record Happening(CrmModule Module, CrmRecord Record, Operation Operation, IReadOnlyList<string> Fields);

/// <summary>The words of notifications; subscriptions say create, edit and delete.</summary>
internal enum Operation { Insert, Update, Delete }
