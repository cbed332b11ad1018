using Practices.Indexer.Ingest;
var sw = System.Diagnostics.Stopwatch.StartNew();
var reader = new ContentReader(ContentFolder.Find(args.Length > 0 ? args[0] : null));
var set = reader.Read();
foreach (var d in set.Diagnostics) Console.WriteLine(d);
Console.Error.WriteLine($"{set.Practices.Length} of {set.FileCount}, {set.Diagnostics.Length} problems, {sw.ElapsedMilliseconds} ms {set.Fingerprint[..8]}");
sw.Restart(); reader.Read(); Console.Error.WriteLine($"again {sw.ElapsedMilliseconds} ms");
return 0;
