namespace Isthmus.Cli.Replay.Planning;

/// <summary>What a line of an invoice stands for.</summary>
internal enum LineKind { Goods, Service, Shipping, Discount }
